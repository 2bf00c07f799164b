package io.timerscope.spring;

import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.acme.schedulers.FinalExecutor;
import io.timerscope.Totals;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.PeriodicTrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** What is out of reach; see {@code docs/limits.md}. */
class KnownLimitsTests {

	@Test
	void tasksGivenToThePoolBehindASchedulerAreNotTracked() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			context.getBean(ThreadPoolTaskScheduler.class)
				.getScheduledExecutor()
				.schedule(KnownLimitsTests::nothing, 1, TimeUnit.HOURS);
			assertThat(WrappedContext.totals(context)).isEqualTo(Totals.ZERO);
		}
	}

	@Test
	void aTaskScheduledWhileTheSchedulerInitialisesItselfIsNotTracked() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Early.class)) {
			assertThat(context.getBean(ThreadPoolTaskScheduler.class).getScheduledThreadPoolExecutor().getQueue())
				.hasSize(1);
			assertThat(WrappedContext.totals(context)).isEqualTo(Totals.ZERO);
		}
	}

	@Test
	void aFieldReadThroughTheBeanIsNotTheRealOne() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			Own bean = context.getBean(Own.class);
			assertThat(bean.log).isNull();
			assertThat(bean.log()).isEqualTo("ready");
		}
	}

	@Test
	void aFinalClassBehindAnInterfaceIsSeenByItsInterfacesOnly() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			assertThat(context.getBean("hidden")).isNotInstanceOf(FinalExecutor.class)
				.isInstanceOf(ScheduledExecutorService.class);
		}
	}

	@Test
	void aTriggeredTaskOverAnExecutorIsOneTaskForEachRun() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(OverAnExecutor.class)) {
			AtomicInteger runs = new AtomicInteger();
			context.getBean(TaskScheduler.class)
				.schedule(runs::incrementAndGet, new PeriodicTrigger(Duration.ofMillis(1)));
			await().until(() -> runs.get() >= 3);
			assertThat(WrappedContext.totals(context).scheduled()).isGreaterThanOrEqualTo(3);
		}
	}

	@Test
	void whatAnErrorHandlerSwallowsCountsAsASuccess() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(OverAnExecutor.class)) {
			ConcurrentTaskScheduler scheduler = context.getBean(ConcurrentTaskScheduler.class);
			scheduler.setErrorHandler((ex) -> {
			});
			scheduler.schedule((Runnable) () -> {
				throw new IllegalStateException("broken");
			}, Instant.now());
			await().until(() -> WrappedContext.totals(context).completed() == 1);
			assertThat(WrappedContext.totals(context).failed()).isZero();
		}
	}

	@Test
	void aSchedulerThatAsksForAClassSeesOneOfOurs() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			Own bean = context.getBean(Own.class);
			bean.schedule(new OwnTask(), Instant.now().plusSeconds(100));
			assertThat(bean.sawOwnTask()).isFalse();
		}
	}

	@Test
	void anUndeclaredCheckedExceptionOfASchedulerIsWrapped() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			Own bean = context.getBean(Own.class);
			assertThatExceptionOfType(UndeclaredThrowableException.class)
				.isThrownBy(() -> bean.scheduleAtFixedRate(KnownLimitsTests::nothing, Duration.ofSeconds(1)));
		}
	}

	private static void nothing() {
	}

	static final class OwnTask implements Runnable {

		@Override
		public void run() {
		}

	}

	@SuppressWarnings("serial")
	static class Own extends ThreadPoolTaskScheduler {

		final String log;

		private boolean sawOwnTask;

		Own() {
			this.log = String.valueOf("ready");
		}

		String log() {
			return this.log;
		}

		boolean sawOwnTask() {
			return this.sawOwnTask;
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
			this.sawOwnTask = task instanceof OwnTask;
			return super.schedule(task, startTime);
		}

		@Override
		public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
			throw KnownLimitsTests.Own.<RuntimeException>sneaky(new Exception("checked"));
		}

		@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
		private static <X extends Throwable> RuntimeException sneaky(Throwable failure) throws X {
			throw (X) failure;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		Own ts() {
			return new Own();
		}

		@Bean
		ScheduledExecutorService hidden() {
			return new FinalExecutor(Executors.newScheduledThreadPool(1));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Early {

		@Bean
		ThreadPoolTaskScheduler ts() {
			return new Hasty();
		}

	}

	@SuppressWarnings("serial")
	static class Hasty extends ThreadPoolTaskScheduler {

		@Override
		public void afterPropertiesSet() {
			super.afterPropertiesSet();
			schedule(KnownLimitsTests::nothing, Instant.now().plusSeconds(100));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OverAnExecutor {

		@Bean
		@SuppressWarnings("SchedulerNeverShutDown") // without a thread
		ConcurrentTaskScheduler ts() {
			return new ConcurrentTaskScheduler(Executors.newScheduledThreadPool(1));
		}

	}

}
