package io.timerscope.spring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import com.acme.schedulers.GreetingScheduler;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/** A tracked scheduler is taken for the user's own, by Spring and by tests. */
class SeenAsTheUsersTests {

	@Test
	void theTargetClassIsTheUsers() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			assertTargetClass(context.getBean("pooled"), ThreadPoolTaskScheduler.class);
			assertTargetClass(context.getBean("async"), SimpleAsyncTaskScheduler.class);
			assertTargetClass(context.getBean("executor"), ScheduledThreadPoolExecutor.class);
			assertTargetClass(context.getBean("subclass"), GreetingScheduler.class);
			ScheduledExecutorService single = Executors.newSingleThreadScheduledExecutor();
			assertTargetClass(context.getBean("single"), single.getClass());
			single.shutdown();
		}
	}

	private static void assertTargetClass(Object bean, Class<?> expected) {
		assertThat(SchedulerProxies.isTracked(bean)).isTrue();
		assertThat(AopUtils.getTargetClass(bean)).isEqualTo(expected);
		assertThat(AopProxyUtils.ultimateTargetClass(bean)).isEqualTo(expected);
	}

	@Test
	void theFieldsOfTheConfigurationAreThoseOfTheScheduler() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			for (String name : new String[] { "pooled", "subclass", "circular" }) {
				ThreadPoolTaskScheduler scheduler = context.getBean(name, ThreadPoolTaskScheduler.class);
				assertThat(new DirectFieldAccessor(scheduler).getPropertyValue("poolSize")).as(name).isEqualTo(7);
				assertThat(scheduler).as(name)
					.hasFieldOrPropertyWithValue("waitForTasksToCompleteOnShutdown", true)
					.hasFieldOrPropertyWithValue("beanName", name)
					.hasFieldOrPropertyWithValue("threadNamePrefix", "acme-")
					.hasFieldOrPropertyWithValue("scheduledExecutor", scheduler.getScheduledExecutor());
			}
			assertThat(context.getBean("async")).hasFieldOrPropertyWithValue("taskTerminationTimeout", 500L)
				.hasFieldOrPropertyWithValue("concurrencyLimit", 3);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		ThreadPoolTaskScheduler pooled() {
			return configured(new ThreadPoolTaskScheduler());
		}

		@Bean
		GreetingScheduler subclass() {
			return configured(new GreetingScheduler("hello"));
		}

		@Bean
		Circular circular() {
			return configured(new Circular());
		}

		@Bean
		Partner partner(Circular circular) {
			return new Partner(circular);
		}

		@Bean
		SimpleAsyncTaskScheduler async() {
			SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
			scheduler.setTaskTerminationTimeout(500);
			scheduler.setConcurrencyLimit(3);
			return scheduler;
		}

		@Bean
		ScheduledExecutorService executor() {
			return new ScheduledThreadPoolExecutor(1);
		}

		@Bean
		ScheduledExecutorService single() {
			return Executors.newSingleThreadScheduledExecutor();
		}

		private static <T extends ThreadPoolTaskScheduler> T configured(T scheduler) {
			scheduler.setPoolSize(7);
			scheduler.setWaitForTasksToCompleteOnShutdown(true);
			scheduler.setThreadNamePrefix("acme-");
			return scheduler;
		}

	}

	/** Needs what needs it. */
	@SuppressWarnings("serial")
	static class Circular extends ThreadPoolTaskScheduler {

		@Autowired
		private Partner partner;

	}

	/**
	 * Needs the scheduler.
	 *
	 * @param scheduler while it is being made
	 */
	record Partner(Circular scheduler) {
	}

}
