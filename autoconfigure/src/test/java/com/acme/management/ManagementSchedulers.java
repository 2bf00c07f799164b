package com.acme.management;

import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Schedulers behind the management port, one of them over a pool of the application's.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBooleanProperty("acme.management.schedulers")
public class ManagementSchedulers {

	private static void nothing() {
	}

	@Bean
	ThreadPoolTaskScheduler managementScheduler() {
		return new ThreadPoolTaskScheduler();
	}

	@Bean
	ConcurrentTaskScheduler overThePool(@Qualifier("pool") ScheduledExecutorService pool) {
		return new ConcurrentTaskScheduler(pool);
	}

	@Bean
	SmartInitializingSingleton schedules(ThreadPoolTaskScheduler managementScheduler,
			ConcurrentTaskScheduler overThePool, @Qualifier("pool") ScheduledExecutorService pool,
			AtomicReference<ThreadPoolTaskScheduler> behindThePort) {
		return () -> {
			Instant later = Instant.now().plusSeconds(1000);
			managementScheduler.schedule(ManagementSchedulers::nothing, later);
			overThePool.schedule(ManagementSchedulers::nothing, later);
			pool.schedule(ManagementSchedulers::nothing, 1, TimeUnit.HOURS);
			behindThePort.set(managementScheduler);
		};
	}

}
