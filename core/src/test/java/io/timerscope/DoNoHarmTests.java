package io.timerscope;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The law Do no harm: if tracking fails the task still runs, the failure is counted, and
 * nothing of it reaches the user.
 */
class DoNoHarmTests {

	@Test
	void aResolverThatThrowsCostsTheRecordAndNotTheTask() throws Exception {
		OwnerResolver broken = new OwnerResolver() {

			@Override
			public Owner ofTask(Object task) {
				throw new IllegalStateException("resolver");
			}

		};
		try (Bench bench = new Bench(TaskLedger.builder().resolver(broken))) {
			assertThat(bench.executor.submit(() -> "ran").get()).isEqualTo("ran");
			assertThat(bench.ledger.trackingErrors()).isEqualTo(1);
			assertThat(bench.totals()).isEqualTo(Totals.ZERO);
		}
	}

	@Test
	void aPolicyThatThrowsLeavesTheTaskAlone() {
		TrackingPolicy broken = new TrackingPolicy() {

			@Override
			public Duration grace(OwnerKind kind, Site site) {
				throw new IllegalStateException("policy");
			}

		};
		try (Bench bench = new Bench(TaskLedger.builder().policy(broken))) {
			Owner owner = bench.during(OwnerKind.REQUEST, "GET /", () -> bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS));
			bench.ledger.ownerEnded(owner);
			assertThat(bench.ledger.trackingErrors()).isEqualTo(1);
			assertThat(bench.totals().live()).isEqualTo(1);
		}
	}

	@Test
	void anObserverThatThrowsDoesNotReachTheTask() throws Exception {
		try (Bench bench = new Bench()) {
			bench.ledger.observeRuns((task, snapshot) -> {
				throw new AssertionError("observer");
			});
			assertThat(bench.executor.submit(() -> "ran").get()).isEqualTo("ran");
			bench.ledger.observeRuns((task, snapshot) -> (failure) -> {
				throw new AssertionError("observer");
			});
			assertThat(bench.executor.submit(() -> "ran again").get()).isEqualTo("ran again");
			assertThat(bench.ledger.trackingErrors()).isEqualTo(2);
			assertThat(bench.totals().completed()).isEqualTo(2);
		}
	}

	@Test
	void aListenerThatThrowsSilencesNoOther() throws Exception {
		try (Bench bench = new Bench()) {
			AtomicBoolean heard = new AtomicBoolean();
			bench.ledger.addListener(new LedgerListener() {

				@Override
				public void ran(String scheduler, String schedule, CompletedRun run) {
					throw new AssertionError("listener");
				}

			});
			bench.ledger.addListener(new LedgerListener() {

				@Override
				public void ran(String scheduler, String schedule, CompletedRun run) {
					heard.set(true);
				}

			});
			bench.executor.submit(() -> {
			}).get();
			bench.pool.shutdown();
			assertThat(bench.pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
			assertThat(heard).isTrue();
			assertThat(bench.ledger.trackingErrors()).isEqualTo(1);
			assertThat(bench.totals().completed()).isEqualTo(1);
		}
	}

	@Test
	void aClockThatBreaksDuringARunStopsNeitherTheRunNorThePeriod() throws Exception {
		AtomicBoolean broken = new AtomicBoolean();
		TimeSource time = new TimeSource() {

			@Override
			public long nanos() {
				if (broken.get()) {
					throw new IllegalStateException("clock");
				}
				return System.nanoTime();
			}

			@Override
			public Instant now() {
				return Instant.now();
			}

		};
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		TaskLedger ledger = TaskLedger.builder().time(time).build();
		TaskTracker tracker = ledger.schedulers().track("pool", "pool", SchedulerTraits.EXECUTOR, PoolView.of(pool));
		TrackedScheduledExecutorService executor = new TrackedScheduledExecutorService(pool, tracker);
		java.util.concurrent.CountDownLatch runs = new java.util.concurrent.CountDownLatch(3);
		executor.scheduleAtFixedRate(() -> {
			broken.set(true);
			runs.countDown();
		}, 0, 1, TimeUnit.MILLISECONDS);
		assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(ledger.trackingErrors()).isPositive();
		pool.shutdownNow();
	}

	@Test
	void aTaskFromAThreadWithoutAnyApplicationFrameIsTracked() throws Exception {
		try (Bench bench = new Bench()) {
			java.util.concurrent.CompletableFuture<Void> scheduled = java.util.concurrent.CompletableFuture
				.runAsync(bench.executor::shutdown, (task) -> bench.executor.execute(task));
			scheduled.get(10, TimeUnit.SECONDS);
			assertThat(bench.ledger.trackingErrors()).isZero();
			assertThat(bench.totals().scheduled()).isEqualTo(1);
		}
	}

}
