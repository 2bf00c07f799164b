package io.timerscope.benchmarks.cost;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.scope.TaskScopes;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * An application with the starter and every feature at its default, so that what is
 * measured is what a user gets.
 */
final class Application implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private Application(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static Application start(String... settings) {
		return new Application(new SpringApplicationBuilder(Beans.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "logging.level.root=error", "spring.jmx.enabled=false")
			.properties(settings)
			.run());
	}

	ScheduledExecutorService executor() {
		return this.context.getBean("pool", ScheduledExecutorService.class);
	}

	ThreadPoolTaskScheduler scheduler() {
		return this.context.getBean(ThreadPoolTaskScheduler.class);
	}

	SimpleAsyncTaskScheduler virtualScheduler() {
		return this.context.getBean(SimpleAsyncTaskScheduler.class);
	}

	TaskScopes scopes() {
		return this.context.getBean(TaskScopes.class);
	}

	TaskLedger ledger() {
		return this.context.getBean(TaskLedger.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

	static ScheduledThreadPoolExecutor pool() {
		ThreadFactory daemons = (work) -> {
			Thread thread = Executors.defaultThreadFactory().newThread(work);
			thread.setDaemon(true);
			return thread;
		};
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, daemons);
		pool.setRemoveOnCancelPolicy(true);
		return pool;
	}

	static ThreadPoolTaskScheduler springScheduler() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setRemoveOnCancelPolicy(true);
		scheduler.setDaemon(true);
		return scheduler;
	}

	/** Each task on a thread of its own, which is virtual where the JDK knows any. */
	static SimpleAsyncTaskScheduler newVirtualScheduler() {
		SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
		if (VirtualThreads.AVAILABLE) {
			scheduler.setVirtualThreads(true);
		}
		return scheduler;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Beans {

		@Bean(destroyMethod = "shutdownNow")
		ScheduledExecutorService pool() {
			return Application.pool();
		}

		@Bean
		ThreadPoolTaskScheduler taskScheduler() {
			return springScheduler();
		}

		@Bean
		SimpleAsyncTaskScheduler virtualScheduler() {
			return newVirtualScheduler();
		}

	}

}
