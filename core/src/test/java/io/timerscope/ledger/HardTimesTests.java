package io.timerscope.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.timerscope.Admission;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.Totals;
import io.timerscope.TrackingPolicy;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import io.timerscope.record.TaskRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** Executors that refuse, throw or disappear, and owners that end at the wrong moment. */
class HardTimesTests {

	private static final TrackingPolicy CANCEL = new TrackingPolicy() {

		@Override
		public boolean cancelsOnOwnerEnd(OwnerKind kind, Site site) {
			return true;
		}

	};

	@Test
	void aBatchKeepsItsResultsWhenItsOwnerEndsMeanwhile() throws Exception {
		try (Bench bench = new Bench(TaskLedger.builder().policy(CANCEL), new ScheduledThreadPoolExecutor(1))) {
			CountDownLatch running = new CountDownLatch(1);
			CountDownLatch release = new CountDownLatch(1);
			Callable<String> first = () -> {
				running.countDown();
				release.await();
				return "first";
			};
			Owner owner = bench.ledger.openOwner(OwnerKind.REQUEST, "GET /");
			ExecutorService caller = Executors.newSingleThreadExecutor();
			Future<List<Future<String>>> batch = caller.submit(() -> {
				bench.ledger.context().swap(owner);
				return bench.executor.invokeAll(List.of(first, () -> "second", () -> "third"));
			});
			running.await();
			bench.ledger.ownerEnded(owner);
			release.countDown();
			List<String> results = new ArrayList<>();
			for (Future<String> future : batch.get(10, TimeUnit.SECONDS)) {
				results.add(future.get());
			}
			caller.shutdown();
			assertThat(results).containsExactly("first", "second", "third");
			await().until(() -> bench.totals().completed() == 3);
		}
	}

	@Test
	void aRefusedBatchWasNeverScheduled() {
		try (Bench bench = new Bench()) {
			bench.pool.shutdown();
			assertThatExceptionOfType(RejectedExecutionException.class)
				.isThrownBy(() -> bench.executor.invokeAll(List.of(() -> 1, () -> 2)));
			assertThat(bench.totals()).isEqualTo(new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0));
		}
	}

	@Test
	void aBatchThatTheGuardRefusesLeavesNothingInTheLedger() {
		int[] asked = new int[1];
		Admission second = (site, declared) -> (asked[0]++ == 0) ? null : "enough";
		try (Bench bench = new Bench(TaskLedger.builder().admission(second))) {
			assertThatExceptionOfType(RejectedExecutionException.class)
				.isThrownBy(() -> bench.executor.invokeAll(List.of(() -> 1, () -> 2)))
				.withMessage("enough");
			assertThat(bench.totals()).extracting(Totals::scheduled, Totals::live, Totals::rejected)
				.containsExactly(0L, 0L, 1L);
			bench.ledger.tick();
			assertThat(bench.writer().live().find(1)).isNull();
		}
	}

	@Test
	void aHandOverThatThrowsAfterTheRunBeganEndsWithTheRun() {
		try (Bench bench = new Bench()) {
			assertThatIllegalStateException().isThrownBy(() -> bench.tracker.execute(() -> {
			}, (run) -> {
				run.run();
				throw new IllegalStateException("late");
			}));
			assertThat(bench.totals()).extracting(Totals::scheduled, Totals::completed, Totals::live, Totals::running)
				.containsExactly(1L, 1L, 0L, 0L);
		}
	}

	@Test
	void aPoolThatDoesNotSayWhetherItEndedBlindsNobody() {
		try (Bench bench = new Bench()) {
			PoolView silent = new PoolView() {

				@Override
				public boolean isTerminated() {
					throw new IllegalStateException("ask the container");
				}

			};
			TaskTracker managed = bench.ledger.schedulers()
				.track("managed", "managed", SchedulerTraits.EXECUTOR, silent);
			managed.track(() -> {
			}, Schedule.once(1), (run) -> new FutureTask<>(run, null));
			Owner owner = bench.during(OwnerKind.REQUEST, "GET /", () -> bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS));
			bench.endAndOutlive(owner);
			assertThat(bench.totals().outlived()).isEqualTo(1);
			bench.ledger.tick();
			assertThat(bench.totals().live()).isEqualTo(2);
		}
	}

	@Test
	void aSchedulerThatNobodyHoldsMayStillRunItsTasks() {
		try (Bench bench = new Bench()) {
			TaskTracker tracker = track(bench);
			await().until(() -> {
				System.gc();
				return tracker.pool().poolSize() == null;
			});
			bench.ledger.tick();
			assertThat(tracker.totals()).extracting(Totals::live, Totals::lost).containsExactly(1L, 0L);
		}
	}

	private static TaskTracker track(Bench bench) {
		ScheduledThreadPoolExecutor dropped = new ScheduledThreadPoolExecutor(0);
		TaskTracker tracker = bench.ledger.schedulers()
			.track("dropped", "dropped", SchedulerTraits.EXECUTOR, PoolView.of(dropped));
		tracker.track(() -> {
		}, Schedule.once(1), (run) -> new FutureTask<>(run, null));
		return tracker;
	}

	@Test
	void aHandleThatIsKeptKeepsNoOtherTask() throws Exception {
		try (Bench bench = new Bench()) {
			Future<?> kept = bench.executor.submit(() -> {
			});
			kept.get();
			await().until(() -> bench.totals().completed() == 1);
			TaskRecord ended = bench.writer().ended().find(1);
			assertThat(ended).isNotNull();
			assertThatIllegalStateException().isThrownBy(ended::chunk);
		}
	}

}
