package io.timerscope.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.Schedule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A start in the past means at once: no run of such a task is late for it. */
class StartInThePastTests {

	private final Bench bench = new Bench();

	@AfterEach
	void shutDown() {
		this.bench.close();
	}

	@Test
	void aFixedRateSinceDaysAgoIsPunctual() {
		this.bench.executor.scheduleAtFixedRate(StartInThePastTests::nothing, -10, 1, TimeUnit.DAYS);
		assertPunctual();
	}

	@Test
	void aFixedDelaySinceDaysAgoIsPunctual() {
		this.bench.executor.scheduleWithFixedDelay(StartInThePastTests::nothing, -10, 1, TimeUnit.DAYS);
		assertPunctual();
	}

	@Test
	void aOneShotWhoseDeadlineHasPassedIsPunctual() {
		this.bench.executor.schedule(StartInThePastTests::nothing, -10, TimeUnit.DAYS);
		assertPunctual();
	}

	@Test
	void aOneShotThatASpringSchedulerIsGivenForAPastInstantIsPunctual() {
		this.bench.tracker.<ScheduledFuture<?>>trackOnce(StartInThePastTests::nothing, () -> -TimeUnit.DAYS.toNanos(10),
				(run) -> this.bench.pool.schedule(run, -10, TimeUnit.DAYS));
		assertPunctual();
	}

	@Test
	void aTriggerThatNamesATimeInThePastMeansAtOnce() {
		this.bench.tracker.<ScheduledFuture<?>>trackTriggered(StartInThePastTests::nothing,
				Schedule.onTrigger("since midnight"), (run, watch) -> {
					watch.next(this.bench.time.now().minus(Duration.ofDays(10)));
					return this.bench.pool.schedule(run, 0, TimeUnit.SECONDS);
				});
		assertPunctual();
	}

	@Test
	void aTriggersTimesAreThoseOfItsOwnClock() {
		Instant other = this.bench.time.now().minus(Duration.ofHours(5));
		this.bench.tracker.<ScheduledFuture<?>>trackTriggered(StartInThePastTests::nothing,
				Schedule.onTrigger("in a minute"), (run, watch) -> {
					watch.next(other.plusSeconds(60), other);
					this.bench.time.pass(Duration.ofSeconds(63));
					return this.bench.pool.schedule(run, 0, TimeUnit.SECONDS);
				});
		await().until(() -> this.bench.tracker.scheduler().lateness().max().equals(Duration.ofSeconds(3)));
	}

	@Test
	void noScheduleHasANegativeDelay() {
		assertThat(Schedule.once(-1).initialNanos()).isZero();
		assertThat(Schedule.fixedRate(-1, 1).initialNanos()).isZero();
		assertThat(Schedule.fixedDelay(-1, 1).initialNanos()).isZero();
	}

	private void assertPunctual() {
		await().until(() -> this.bench.pool.getCompletedTaskCount() == 1);
		assertThat(this.bench.tracker.scheduler().lateness().max()).isZero();
	}

	private static void nothing() {
	}

}
