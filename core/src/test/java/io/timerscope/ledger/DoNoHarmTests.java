package io.timerscope.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.timerscope.Admission;
import io.timerscope.CompletedRun;
import io.timerscope.LedgerListener;
import io.timerscope.ManualTime;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerResolver;
import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.TimeSource;
import io.timerscope.Totals;
import io.timerscope.TrackingPolicy;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import io.timerscope.snapshot.LedgerSnapshot;
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
	void aGuardThatThrowsRefusesNobody() throws Exception {
		Admission broken = (site, declared) -> {
			throw new IllegalStateException("guard");
		};
		try (Bench bench = new Bench(TaskLedger.builder().admission(broken))) {
			assertThat(bench.executor.submit(() -> "ran").get()).isEqualTo("ran");
			assertThat(bench.ledger.trackingErrors()).isEqualTo(1);
		}
	}

	@Test
	void aPoolThatThrowsHidesNothingButItself() {
		try (Bench bench = new Bench()) {
			bench.tracker.pool(new PoolView() {

				@Override
				public Integer poolSize() {
					throw new IllegalStateException("size");
				}

				@Override
				public Integer queued() {
					throw new IllegalStateException("queue");
				}

			});
			bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS);
			LedgerSnapshot snapshot = bench.ledger.read()
				.snapshot(new TaskQuery(TaskQuery.States.LIVE, null, null, null, null, 100, 0));
			assertThat(snapshot.totals().live()).isEqualTo(1);
			assertThat(snapshot.schedulers()).singleElement().satisfies((pool) -> {
				assertThat(pool.poolSize()).isNull();
				assertThat(pool.queued()).isNull();
				assertThat(pool.activeThreads()).isNotNull();
			});
			assertThat(bench.ledger.trackingErrors()).isEqualTo(2);
		}
	}

	@Test
	void aClockThatIsBrokenThroughoutStopsNoTaskAndNoReader() throws Exception {
		AtomicBoolean broken = new AtomicBoolean();
		TimeSource time = new TimeSource() {

			@Override
			public long nanos() {
				if (broken.get()) {
					throw new IllegalStateException("clock");
				}
				return 0;
			}

			@Override
			public Instant now() {
				return ManualTime.START;
			}

		};
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		TaskLedger ledger = TaskLedger.builder().time(time).build();
		TaskTracker tracker = ledger.schedulers().track("pool", "pool", SchedulerTraits.EXECUTOR, PoolView.of(pool));
		TrackedScheduledExecutorService executor = new TrackedScheduledExecutorService(pool, tracker);
		java.util.concurrent.ScheduledFuture<?> waiting = executor.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		TriggerWatch[] watch = new TriggerWatch[1];
		java.util.concurrent.Future<?> triggered = tracker.trackTriggered(() -> {
		}, Schedule.onTrigger("0 0 * * * *"), (run, it) -> {
			watch[0] = it;
			return pool.schedule(run, 1, TimeUnit.HOURS);
		});
		broken.set(true);
		watch[0].next(ManualTime.START);
		watch[0].exhausted();
		assertThat(triggered.cancel(false)).isTrue();
		assertThat(executor.invokeAll(java.util.List.of(() -> "ran"))).hasSize(1);
		assertThat(executor.submit(() -> "ran").get()).isEqualTo("ran");
		assertThat(waiting.cancel(false)).isTrue();
		assertThat(waiting.isCancelled()).isTrue();
		ledger.tick();
		assertThat(ledger.read().totals().scheduled()).isPositive();
		assertThat(ledger.trackingErrors()).isPositive();
		pool.shutdownNow();
	}

	@Test
	void faultsOfOnePlaceAreLoggedOnce() {
		java.util.logging.Logger logger = java.util.logging.Logger.getLogger(TaskLedger.class.getName());
		java.util.List<String> logged = new java.util.concurrent.CopyOnWriteArrayList<>();
		java.util.logging.Handler handler = new java.util.logging.Handler() {

			@Override
			public void publish(java.util.logging.LogRecord record) {
				logged.add(record.getMessage());
			}

			@Override
			public void flush() {
			}

			@Override
			public void close() {
			}

		};
		logger.addHandler(handler);
		TaskLedger ledger = TaskLedger.builder().build();
		for (int i = 0; i < 5; i++) {
			ledger.guarded("do this", () -> {
				throw new IllegalStateException("this");
			});
			ledger.guarded("do that", () -> {
				throw new IllegalStateException("that");
			});
		}
		logger.removeHandler(handler);
		assertThat(ledger.trackingErrors()).isEqualTo(10);
		assertThat(logged).hasSize(2)
			.anyMatch((line) -> line.startsWith("Timerscope failed to do this; the application's task is not affected"))
			.anyMatch((line) -> line.startsWith("Timerscope failed to do that"));
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
