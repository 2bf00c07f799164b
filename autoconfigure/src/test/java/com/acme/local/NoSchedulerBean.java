package com.acme.local;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** An application with scheduled methods and no bean to run them. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
public class NoSchedulerBean {

	@Bean
	Reports reports() {
		return new Reports();
	}

	static class Reports {

		@Scheduled(fixedRate = 20)
		void refresh() {
		}

		@Scheduled(cron = "0 0 0 1 1 *")
		void yearly() {
		}

	}

}
