package io.timerscope.spring;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.timerscope.Totals;
import io.timerscope.metrics.HandTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Tasks that leave the queue of a pool bean and were never cancelled. */
class RemovedFromPoolTests {

	private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

	@ParameterizedTest
	@ValueSource(strings = { "pool", "own" })
	void aRemovedTaskIsLostAtOnce(String name) {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			ScheduledThreadPoolExecutor pool = context.getBean(name, ScheduledThreadPoolExecutor.class);
			ScheduledFuture<?> future = pool.schedule(RemovedFromPoolTests::nothing, 1, TimeUnit.HOURS);
			assertThat(pool.remove((Runnable) future)).isTrue();
			assertThat(pool.remove((Runnable) future)).isFalse();
			assertThat(WrappedContext.totals(context)).extracting(Totals::live, Totals::lost).containsExactly(0L, 1L);
			assertThat(future.isCancelled()).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "pool", "own" })
	void theQueueShowsWhatTheCallersHold(String name) {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			ScheduledThreadPoolExecutor pool = context.getBean(name, ScheduledThreadPoolExecutor.class);
			ScheduledFuture<?> future = pool.schedule(RemovedFromPoolTests::nothing, 1, TimeUnit.HOURS);
			assertThat(pool.getQueue().contains(future)).isTrue();
			assertThat(pool.getQueue().peek()).isSameAs(future);
			pool.getQueue().clear();
			assertThat(WrappedContext.totals(context)).extracting(Totals::live, Totals::lost).containsExactly(0L, 1L);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "pool", "own" })
	void shutdownNowReturnsWhatTheCallersHold(String name) {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			ScheduledThreadPoolExecutor pool = context.getBean(name, ScheduledThreadPoolExecutor.class);
			Map<Object, String> jobs = new HashMap<>();
			jobs.put(pool.schedule(RemovedFromPoolTests::nothing, 1, TimeUnit.HOURS), "once");
			jobs.put(pool.schedule(() -> "value", 1, TimeUnit.HOURS), "call");
			jobs.put(pool.scheduleAtFixedRate(RemovedFromPoolTests::nothing, 1, 1, TimeUnit.HOURS), "rate");
			List<Runnable> dropped = pool.shutdownNow();
			assertThat(dropped).hasSize(3);
			dropped.forEach(jobs::remove);
			assertThat(jobs).isEmpty();
		}
	}

	@Test
	void whatIsTakenOutOfThePoolBehindASpringSchedulerIsLostAfterTenSeconds() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
			Future<?> future = scheduler.schedule(RemovedFromPoolTests::nothing, Instant.now().plusSeconds(3600));
			assertThat(scheduler.getScheduledThreadPoolExecutor().remove((Runnable) future)).isTrue();
			await().until(() -> scheduler.getActiveCount() == 0);
			WrappedContext.ledger(context).tick();
			assertThat(WrappedContext.totals(context).lost()).isZero();
			pass(context, TEN_SECONDS);
			assertThat(WrappedContext.totals(context)).extracting(Totals::live, Totals::lost).containsExactly(0L, 1L);
		}
	}

	@Test
	void aTaskOfAPoolThatWasInitialisedAnewIsNotLost() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
			ScheduledThreadPoolExecutor before = scheduler.getScheduledThreadPoolExecutor();
			scheduler.schedule(RemovedFromPoolTests::nothing, Instant.now().plusSeconds(3600));
			WrappedContext.ledger(context).tick();
			scheduler.initialize();
			await().until(() -> scheduler.getActiveCount() == 0);
			for (int i = 0; i < 40; i++) {
				pass(context, TEN_SECONDS);
			}
			assertThat(WrappedContext.totals(context)).extracting(Totals::live, Totals::lost).containsExactly(1L, 0L);
			before.shutdownNow();
		}
	}

	private static void pass(BeanFactory context, Duration duration) {
		context.getBean(HandTime.class).pass(duration);
		WrappedContext.ledger(context).tick();
	}

	private static void nothing() {
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		HandTime time() {
			return new HandTime();
		}

		@Bean
		ScheduledThreadPoolExecutor pool() {
			return new ScheduledThreadPoolExecutor(1);
		}

		@Bean
		Own own() {
			return new Own();
		}

		@Bean
		ThreadPoolTaskScheduler scheduler() {
			return new ThreadPoolTaskScheduler();
		}

	}

	static class Own extends ScheduledThreadPoolExecutor {

		Own() {
			super(1);
		}

		@Override
		protected <V> RunnableScheduledFuture<V> decorateTask(Runnable task, RunnableScheduledFuture<V> future) {
			return future;
		}

	}

}
