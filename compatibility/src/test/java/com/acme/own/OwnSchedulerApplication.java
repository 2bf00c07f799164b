package com.acme.own;

import com.acme.shop.ShopApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The shop with a scheduler of a class of its own. */
@Configuration(proxyBeanMethods = false)
@Import(ShopApplication.class)
public class OwnSchedulerApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(OwnSchedulerApplication.class, arguments);
	}

	@Bean
	OwnScheduler taskScheduler() {
		return new OwnScheduler();
	}

	/** Something that no library has. */
	@SuppressWarnings("serial")
	public static class OwnScheduler extends ThreadPoolTaskScheduler {

	}

}
