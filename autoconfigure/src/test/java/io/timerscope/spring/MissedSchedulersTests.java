package io.timerscope.spring;

import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.PriorityOrdered;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/** A scheduler that is there before anything can be tracked works, and is named. */
@ExtendWith(OutputCaptureExtension.class)
class MissedSchedulersTests {

	private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

	/** An application that a test started before may have turned the log down. */
	@BeforeEach
	void listen() {
		this.logging.setLogLevel("io.timerscope", LogLevel.INFO);
	}

	@AfterEach
	void listenNoMore() {
		this.logging.setLogLevel("io.timerscope", null);
	}

	@Test
	void aSchedulerThatAnEarlyPostProcessorNeedsIsNamed(CapturedOutput output) {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(NeededEarly.class)) {
			isNamedAndWorks(context, output);
		}
	}

	@Test
	void aSchedulerThatAFactoryPostProcessorTakesIsNamed(CapturedOutput output) {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(TakenEarly.class)) {
			isNamedAndWorks(context, output);
		}
	}

	private static void isNamedAndWorks(AnnotationConfigApplicationContext context, CapturedOutput output) {
		assertThat(WrappedContext.schedulers(context).get("early").reason())
			.isEqualTo("it was created before Timerscope was ready");
		assertThat(output).containsOnlyOnce("Timerscope: scheduler 'early' is not tracked: it was created before");
		assertThat(context.getBean("early")).isExactlyInstanceOf(ThreadPoolTaskScheduler.class);
		assertThat(context.getBean("early", TaskScheduler.class).schedule(() -> {
		}, Instant.now().plusSeconds(100)).cancel(false)).isTrue();
		assertThat(WrappedContext.totals(context).scheduled()).isZero();
	}

	static class Early implements BeanPostProcessor, PriorityOrdered {

		private final TaskScheduler scheduler;

		Early(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		public int getOrder() {
			return this.scheduler.hashCode();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NeededEarly {

		@Bean
		static ThreadPoolTaskScheduler early() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		static Early needsIt(TaskScheduler scheduler) {
			return new Early(scheduler);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TakenEarly {

		@Bean
		static ThreadPoolTaskScheduler early() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		static BeanFactoryPostProcessor takesIt() {
			return (ConfigurableListableBeanFactory beans) -> beans.getBean("early");
		}

	}

}
