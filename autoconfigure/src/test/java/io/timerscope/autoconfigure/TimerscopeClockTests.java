package io.timerscope.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.timerscope.TickListener;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TimerscopeClockTests {

	private final TaskLedger ledger = TaskLedger.builder().build();

	@Test
	void oneDaemonThreadTicksUntilTheClockStops() throws Exception {
		CountDownLatch ticks = new CountDownLatch(3);
		TimerscopeClock clock = clock(ticks::countDown);
		clock.start();
		clock.start();
		assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(clockThreads()).hasSize(1).allMatch(Thread::isDaemon);
		clock.stop();
		assertThat(clock.isRunning()).isFalse();
		await().until(() -> clockThreads().isEmpty());
	}

	@Test
	void aClockThatWasStoppedTicksAgainWhenStarted() throws Exception {
		CountDownLatch ticks = new CountDownLatch(1);
		TimerscopeClock clock = clock(ticks::countDown);
		clock.start();
		clock.stop();
		clock.start();
		assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
		clock.stop();
		await().until(() -> clockThreads().isEmpty());
	}

	@Test
	void aListenerThatThrowsIsCountedAndSilencesNoOther() throws Exception {
		CountDownLatch ticks = new CountDownLatch(3);
		TimerscopeClock clock = clock(() -> {
			throw new IllegalStateException("listener");
		}, ticks::countDown);
		clock.start();
		assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
		clock.stop();
		assertThat(this.ledger.trackingErrors()).isGreaterThanOrEqualTo(2);
		await().until(() -> clockThreads().isEmpty());
	}

	@Test
	void afterABurstEachEndHasATimeOfItsOwnAgainLongBeforeTheNextTick() {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		ScheduledExecutorService executor = tracked(pool);
		TimerscopeClock clock = new TimerscopeClock(this.ledger, Duration.ofHours(1), () -> null);
		clock.start();
		try {
			for (int i = 0; i < 10_000; i++) {
				scheduleAndCancel(executor);
			}
			await().untilAsserted(() -> {
				for (int i = 0; i < 16; i++) {
					Instant before = this.ledger.now();
					long id = scheduleAndCancel(executor);
					assertThat(this.ledger.read().find(id).task().endedAt()).isAfterOrEqualTo(before);
				}
			});
		}
		finally {
			clock.stop();
			pool.shutdownNow();
		}
		await().until(() -> clockThreads().isEmpty());
	}

	@Test
	void aClockThatIsStartedAnewAtOnceHearsOfBursts() {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		ScheduledExecutorService executor = tracked(pool);
		TimerscopeClock clock = new TimerscopeClock(this.ledger, Duration.ofHours(1), () -> null);
		clock.start();
		try {
			for (int round = 0; round < 100; round++) {
				clock.stop();
				clock.start();
				await().pollDelay(Duration.ZERO)
					.pollInterval(Duration.ofMillis(1))
					.until(() -> clockThreads().size() == 1
							&& clockThreads().get(0).getState() == Thread.State.TIMED_WAITING);
				assertThat(hearsOfABurst(executor)).as("round %d", round).isTrue();
			}
		}
		finally {
			clock.stop();
			pool.shutdownNow();
		}
		await().until(() -> clockThreads().isEmpty());
	}

	private boolean hearsOfABurst(ScheduledExecutorService executor) {
		for (int i = 0; i < 10_000; i++) {
			executor.schedule(() -> {
			}, 1, TimeUnit.HOURS).cancel(false);
			if (this.ledger.isInBurst()) {
				return true;
			}
		}
		return false;
	}

	/** Returns the id of the task, which is the last that was scheduled. */
	private long scheduleAndCancel(ScheduledExecutorService executor) {
		executor.schedule(() -> {
		}, 1, TimeUnit.HOURS).cancel(false);
		return this.ledger.read().totals().scheduled();
	}

	private TimerscopeClock clock(TickListener... listeners) {
		TimerscopeClock clock = new TimerscopeClock(this.ledger, Duration.ofMillis(1), () -> null);
		List.of(listeners).forEach(clock::addListener);
		return clock;
	}

	private ScheduledExecutorService tracked(ScheduledThreadPoolExecutor pool) {
		return new TrackedScheduledExecutorService(pool,
				this.ledger.schedulers().track("pool", "pool", SchedulerTraits.EXECUTOR, PoolView.of(pool)));
	}

	private static List<Thread> clockThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("timerscope-clock"))
			.toList();
	}

}
