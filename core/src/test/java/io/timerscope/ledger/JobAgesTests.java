package io.timerscope.ledger;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import io.timerscope.snapshot.JobAge;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** When jobs last did their job. */
class JobAgesTests {

	@Test
	void aFailedRunIsNoSuccess() {
		try (Bench bench = new Bench()) {
			boolean[] fails = new boolean[1];
			ScheduledFuture<?> job = bench.executor.scheduleAtFixedRate(() -> {
				if (fails[0]) {
					throw new IllegalStateException("sold out");
				}
			}, 1, 1, TimeUnit.DAYS);
			bench.time.pass(Duration.ofSeconds(10));
			((Runnable) job).run();
			bench.time.pass(Duration.ofSeconds(5));
			assertThat(bench.ledger.read().jobs()).extracting(JobAge::age).containsExactly(Duration.ofSeconds(5));
			fails[0] = true;
			((Runnable) job).run();
			assertThat(job.isDone()).isTrue();
			assertThat(bench.ledger.read().jobs()).isEmpty();
		}
	}

	@Test
	void ofTheTasksOfOneLineTheOldestIsShown() {
		try (Bench bench = new Bench()) {
			ScheduledFuture<?>[] jobs = new ScheduledFuture<?>[2];
			for (int i = 0; i < jobs.length; i++) {
				jobs[i] = bench.executor.scheduleWithFixedDelay(() -> {
				}, 1, 1, TimeUnit.DAYS);
				bench.time.pass(Duration.ofMinutes(1));
			}
			((Runnable) jobs[1]).run();
			assertThat(bench.ledger.read().jobs()).extracting(JobAge::age).containsExactly(Duration.ofMinutes(2));
			assertThat(jobs[0].isDone()).isFalse();
		}
	}

	@Test
	void aRunThatNobodyTimedCountsToo() {
		int runs = 20_000;
		TaskLedger ledger = TaskLedger.builder().build();
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		try {
			TrackedScheduledExecutorService executor = new TrackedScheduledExecutorService(pool,
					ledger.schedulers().track("brief", "pool", SchedulerTraits.EXECUTOR, PoolView.of(pool)));
			Phaser phases = new Phaser(runs);
			ScheduledFuture<?> job = executor.scheduleWithFixedDelay(phases::arrive, 0, 1, TimeUnit.NANOSECONDS);
			phases.awaitAdvance(0);
			await().untilAsserted(() -> { // a run may be held up, but not for ever
				long then = System.nanoTime();
				phases.awaitAdvance(phases.getPhase());
				JobAge age = ledger.read().jobs().get(0);
				assertThat(age.age().toNanos()).isLessThanOrEqualTo(System.nanoTime() - then);
			});
			job.cancel(false);
		}
		finally {
			pool.shutdownNow();
		}
	}

}
