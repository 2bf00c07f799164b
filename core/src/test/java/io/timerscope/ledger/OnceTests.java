package io.timerscope.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import io.timerscope.Totals;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The law Once: every task that was opened ends exactly once, and
 * {@code scheduled = live + completed + failed + cancelled + lost} at every instant.
 */
class OnceTests {

	@Test
	void cancellingARunningTaskEndsItOnceAndTouchesNoOther() throws Exception {
		try (Bench bench = new Bench()) {
			CountDownLatch running = new CountDownLatch(1);
			CountDownLatch release = new CountDownLatch(1);
			ScheduledFuture<?> future = bench.executor.schedule(() -> {
				running.countDown();
				uninterrupted(release);
			}, 0, TimeUnit.SECONDS);
			running.await();
			assertThat(future.cancel(false)).isTrue();
			ScheduledFuture<?> other = bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS);
			release.countDown();
			await().until(() -> bench.pool.getCompletedTaskCount() == 1);
			Totals totals = bench.totals();
			assertThat(totals.scheduled()).isEqualTo(2);
			assertThat(totals.cancelled() + totals.completed()).isEqualTo(1);
			assertThat(totals.live()).isEqualTo(1);
			assertThat(bench.tasks(TaskQuery.States.LIVE).tasks()).hasSize(1);
			other.cancel(false);
			assertThat(bench.totals().live()).isZero();
		}
	}

	@Test
	void cancellingTwiceCountsOnce() {
		try (Bench bench = new Bench()) {
			ScheduledFuture<?> future = bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS);
			assertThat(future.cancel(false)).isTrue();
			assertThat(future.cancel(true)).isFalse();
			assertThat(bench.totals().cancelled()).isEqualTo(1);
		}
	}

	@Test
	void whatAPoolDropsAtShutdownNowIsLost() {
		try (Bench bench = new Bench()) {
			bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS);
			bench.executor.scheduleAtFixedRate(() -> {
			}, 1, 1, TimeUnit.HOURS);
			assertThat(bench.executor.shutdownNow()).hasSize(2);
			assertThat(bench.totals()).extracting(Totals::lost, Totals::live).containsExactly(2L, 0L);
			assertThat(bench.tasks(TaskQuery.States.ENDED).tasks()).extracting(TaskSnapshot::state)
				.containsOnly(TaskState.LOST);
		}
	}

	@Test
	void whatAPoolDropsBehindOurBackIsLostOnceItHasTerminated() {
		try (Bench bench = new Bench()) {
			bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS);
			bench.pool.shutdownNow();
			await().until(bench.pool::isTerminated);
			assertThat(bench.totals()).extracting(Totals::lost, Totals::live).containsExactly(1L, 0L);
		}
	}

	@Test
	void periodicTasksThatShutdownCancelsAreCancelled() {
		try (Bench bench = new Bench()) {
			bench.executor.scheduleAtFixedRate(() -> {
			}, 1, 1, TimeUnit.HOURS);
			bench.executor.shutdown();
			assertThat(bench.totals()).extracting(Totals::cancelled, Totals::live).containsExactly(1L, 0L);
		}
	}

	@Test
	void aCancelThroughTheRawFutureIsFoundByTheNextTick() {
		try (Bench bench = new Bench()) {
			bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS);
			((Future<?>) bench.pool.getQueue().peek()).cancel(false);
			bench.ledger.tick();
			assertThat(bench.totals()).extracting(Totals::cancelled, Totals::live).containsExactly(1L, 0L);
		}
	}

	@Test
	void aRefusedCallWasNeverScheduled() {
		try (Bench bench = new Bench()) {
			bench.pool.shutdown();
			org.assertj.core.api.Assertions
				.assertThatExceptionOfType(java.util.concurrent.RejectedExecutionException.class)
				.isThrownBy(() -> bench.executor.schedule(() -> {
				}, 1, TimeUnit.HOURS));
			assertThat(bench.totals()).isEqualTo(new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0));
			assertThat(bench.tasks(TaskQuery.States.LIVE).tasks()).isEmpty();
			assertThat(bench.tasks(TaskQuery.States.ENDED).tasks()).extracting(TaskSnapshot::state)
				.containsExactly(TaskState.REJECTED);
		}
	}

	@Test
	void theEquationHoldsInEverySampleWhileFourThreadsScheduleRunCancelAndRead() throws Exception {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(2);
		pool.setRemoveOnCancelPolicy(true);
		try (Bench bench = new Bench(TaskLedger.builder(), pool)) {
			AtomicBoolean stop = new AtomicBoolean();
			ExecutorService threads = Executors.newFixedThreadPool(4);
			List<Future<Integer>> writers = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				writers.add(threads.submit(() -> scheduleRunCancel(bench, stop)));
			}
			Future<Long> reader = threads.submit(() -> sampleForTenSeconds(bench));
			long samples = reader.get();
			stop.set(true);
			long scheduled = 0;
			for (Future<Integer> writer : writers) {
				scheduled += writer.get();
			}
			threads.shutdown();
			pool.shutdown();
			assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
			bench.ledger.tick();
			assertThat(samples).isPositive();
			assertThat(bench.totals().scheduled()).isEqualTo(scheduled);
			assertThat(bench.totals().live()).isZero();
			assertThat(bench.tasks(TaskQuery.States.LIVE).tasks()).isEmpty();
		}
	}

	private static int scheduleRunCancel(Bench bench, AtomicBoolean stop) {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		int scheduled = 0;
		while (!stop.get()) {
			boolean fails = random.nextInt(8) == 0;
			ScheduledFuture<?> future = bench.executor.schedule(() -> {
				if (fails) {
					throw new IllegalStateException("on purpose");
				}
			}, random.nextInt(200), TimeUnit.MICROSECONDS);
			scheduled++;
			if (random.nextBoolean()) {
				future.cancel(random.nextBoolean());
			}
		}
		return scheduled;
	}

	private static long sampleForTenSeconds(Bench bench) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
		long samples = 0;
		long scheduledBefore = 0;
		while (System.nanoTime() < end) {
			Totals it = bench.ledger.read().snapshot(TaskQuery.DEFAULT).totals();
			assertThat(it.scheduled()).isEqualTo(it.live() + it.completed() + it.failed() + it.cancelled() + it.lost());
			assertThat(it.live()).isNotNegative();
			assertThat(it.running()).isBetween(0L, it.live());
			assertThat(it.scheduled()).isGreaterThanOrEqualTo(scheduledBefore);
			scheduledBefore = it.scheduled();
			samples++;
		}
		return samples;
	}

	static void uninterrupted(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
