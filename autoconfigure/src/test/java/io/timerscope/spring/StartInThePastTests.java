package io.timerscope.spring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A start in the past, and a scheduler with a clock of its own, make no run late. */
class StartInThePastTests {

	private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

	@Test
	void aFixedRateSinceYesterdayIsPunctual() throws Exception {
		assertPunctual((scheduler, task) -> scheduler.scheduleAtFixedRate(task, yesterday(), Duration.ofHours(1)));
	}

	@Test
	void aFixedDelaySinceYesterdayIsPunctual() throws Exception {
		assertPunctual((scheduler, task) -> scheduler.scheduleWithFixedDelay(task, yesterday(), Duration.ofHours(1)));
	}

	@Test
	void aOneShotWhoseTimeHasPassedIsPunctual() throws Exception {
		assertPunctual((scheduler, task) -> scheduler.schedule(task, yesterday()));
	}

	@Test
	void aTriggerThatNamesYesterdayIsPunctual() throws Exception {
		assertPunctual((scheduler, task) -> scheduler.schedule(task,
				(context) -> (context.lastCompletion() == null) ? yesterday() : null));
	}

	@Test
	void aCronTaskIsPunctualByTheClockOfItsScheduler() throws Exception {
		assertPunctual((scheduler, task) -> {
			((ThreadPoolTaskScheduler) scheduler).setClock(Clock.offset(Clock.systemUTC(), Duration.ofDays(-1)));
			scheduler.schedule(task, new CronTrigger("* * * * * *"));
		});
	}

	private static Instant yesterday() {
		return Instant.now().minus(Duration.ofDays(1));
	}

	private static void assertPunctual(BiConsumer<TaskScheduler, Runnable> schedule) throws InterruptedException {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			CountDownLatch ran = new CountDownLatch(1);
			schedule.accept(context.getBean(TaskScheduler.class), ran::countDown);
			assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
			await().until(() -> WrappedContext.totals(context).running() == 0);
			assertThat(WrappedContext.schedulers(context).get("scheduler").maxLateness()).isLessThan(TEN_MINUTES);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		ThreadPoolTaskScheduler scheduler() {
			return new ThreadPoolTaskScheduler();
		}

	}

}
