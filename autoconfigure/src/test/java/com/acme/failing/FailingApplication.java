package com.acme.failing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Does not start, and leaves a bean's task and a thread behind, so that it hangs. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class FailingApplication {

	public static void main(String[] args) {
		SpringApplication.run(FailingApplication.class, args);
	}

	private static void work() {
	}

	@Bean(destroyMethod = "")
	ScheduledThreadPoolExecutor orders() {
		return new ScheduledThreadPoolExecutor(1);
	}

	@Bean
	@SuppressWarnings("SchedulerNeverShutDown") // that is what it is about
	InitializingBean failing(ScheduledThreadPoolExecutor orders) {
		return () -> {
			orders.scheduleAtFixedRate(FailingApplication::work, 1, 1, TimeUnit.HOURS);
			ScheduledExecutorService carts = Executors.newScheduledThreadPool(1, (task) -> new Thread(task, "carts"));
			carts.schedule(FailingApplication::work, 1, TimeUnit.HOURS);
			throw new IllegalStateException("out of stock");
		};
	}

}
