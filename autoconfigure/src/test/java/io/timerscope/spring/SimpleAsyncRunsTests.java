package io.timerscope.spring;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.support.PeriodicTrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A scheduler whose futures end when a run is handed to a thread of its own. */
class SimpleAsyncRunsTests {

	@Test
	void runsThatOverlapAreEachCounted() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Plain.class)) {
			SimpleAsyncTaskScheduler scheduler = context.getBean(SimpleAsyncTaskScheduler.class);
			CountDownLatch three = new CountDownLatch(3);
			CountDownLatch finish = new CountDownLatch(1);
			ScheduledFuture<?> future = scheduler.scheduleAtFixedRate(() -> {
				three.countDown();
				awaitQuietly(finish);
			}, Duration.ofMillis(5));
			awaitQuietly(three);
			assertThat(WrappedContext.totals(context).live()).isEqualTo(1);
			assertThat(WrappedContext.totals(context).running()).isEqualTo(1);
			assertThat(future.cancel(false)).isTrue();
			finish.countDown();
			await().until(() -> WrappedContext.totals(context).running() == 0);
			assertThat(WrappedContext.totals(context).cancelled()).isEqualTo(1);
		}
	}

	@Test
	void aFutureThatIsDoneIsNoTaskThatIsDone() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Plain.class)) {
			SimpleAsyncTaskScheduler scheduler = context.getBean(SimpleAsyncTaskScheduler.class);
			CountDownLatch finish = new CountDownLatch(1);
			ScheduledFuture<?> future = scheduler.schedule(() -> awaitQuietly(finish), Instant.now());
			await().until(future::isDone);
			await().until(() -> WrappedContext.totals(context).running() == 1);
			WrappedContext.ledger(context).tick();
			assertThat(WrappedContext.totals(context).live()).isEqualTo(1);
			finish.countDown();
			await().until(() -> WrappedContext.totals(context).completed() == 1);
		}
	}

	@Test
	void runsWithADelayBetweenThemDoNotOverlap() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Plain.class)) {
			AtomicInteger atOnce = new AtomicInteger();
			AtomicInteger most = new AtomicInteger();
			CountDownLatch some = new CountDownLatch(5);
			context.getBean(SimpleAsyncTaskScheduler.class).scheduleWithFixedDelay(() -> {
				most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
				some.countDown();
				atOnce.decrementAndGet();
			}, Duration.ofMillis(1));
			awaitQuietly(some);
			assertThat(most).hasValue(1);
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	@EnabledForJreRange(min = JRE.JAVA_21)
	void closingInterruptsARunAsWithoutUs(boolean tracked) {
		AnnotationConfigApplicationContext context = tracked ? WrappedContext.create()
				: new AnnotationConfigApplicationContext();
		context.register(Virtual.class);
		context.refresh();
		AtomicBoolean interrupted = new AtomicBoolean();
		CountDownLatch started = new CountDownLatch(1);
		context.getBean(SimpleAsyncTaskScheduler.class).schedule(() -> {
			started.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.set(!Thread.currentThread().isInterrupted());
			}
		}, Instant.now());
		awaitQuietly(started);
		io.timerscope.ledger.TaskLedger ledger = tracked ? WrappedContext.ledger(context) : null;
		context.close();
		await().untilTrue(interrupted);
		if (ledger != null) {
			await().until(() -> ledger.read().totals().live() == 0);
		}
	}

	@Test
	void whatNoThreadTakesHasFailedUnlessATriggerTriesAgain() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Refusing.class)) {
			SimpleAsyncTaskScheduler scheduler = context.getBean(SimpleAsyncTaskScheduler.class);
			CountDownLatch started = new CountDownLatch(1);
			CountDownLatch finish = new CountDownLatch(1);
			scheduler.execute(() -> {
				started.countDown();
				awaitQuietly(finish);
			});
			awaitQuietly(started);
			AtomicInteger ran = new AtomicInteger();
			ScheduledFuture<?> once = scheduler.schedule(finish::getCount, Instant.now());
			ScheduledFuture<?> often = scheduler.scheduleAtFixedRate(finish::getCount, Duration.ofMillis(1));
			ScheduledFuture<?> triggered = scheduler.schedule(ran::incrementAndGet,
					new PeriodicTrigger(Duration.ofMillis(1)));
			await().until(() -> once.isDone() && often.isDone());
			WrappedContext.ledger(context).tick();
			assertThat(WrappedContext.totals(context).failed()).isEqualTo(2);
			assertThat(WrappedContext.totals(context).live()).isEqualTo(2);
			finish.countDown();
			await().until(() -> ran.get() > 0);
			assertThat(triggered.cancel(false)).isTrue();
			await().until(() -> WrappedContext.totals(context).live() == 0);
		}
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Plain {

		@Bean
		SimpleAsyncTaskScheduler ts() {
			return new SimpleAsyncTaskScheduler();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Virtual {

		@Bean
		SimpleAsyncTaskScheduler ts() {
			SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
			scheduler.setVirtualThreads(true);
			scheduler.setTaskTerminationTimeout(100);
			return scheduler;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Refusing {

		@Bean
		SimpleAsyncTaskScheduler ts() {
			SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
			scheduler.setConcurrencyLimit(1);
			scheduler.setRejectTasksWhenLimitReached(true);
			return scheduler;
		}

	}

}
