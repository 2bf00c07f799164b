package com.acme.management;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** An application with a port of its own for management. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ManagementApplication {

	@Bean
	ScheduledExecutorService pool() {
		return new ScheduledThreadPoolExecutor(1);
	}

	/** What the context behind the management port tells of itself. */
	@Bean
	AtomicReference<ThreadPoolTaskScheduler> behindThePort() {
		return new AtomicReference<>();
	}

}
