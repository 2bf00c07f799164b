package io.timerscope.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.timerscope.Totals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The futures that a pool gives back are those that the caller holds. */
@SuppressWarnings({ "UndefinedEquals", "CollectionUndefinedEquality", "CollectionIncompatibleType" }) // that
																										// is
																										// what
																										// is
// tested
class FutureIdentityTests {

	private final Bench bench = new Bench();

	@AfterEach
	void shutDown() {
		this.bench.close();
	}

	@Test
	void whatShutdownNowReturnsIsWhatTheCallerHolds() {
		Map<Object, String> jobs = new HashMap<>();
		for (Future<?> future : oneOfEachKind()) {
			jobs.put(future, "job " + jobs.size());
		}
		List<Runnable> dropped = this.bench.executor.shutdownNow();
		assertThat(dropped).hasSize(4).allSatisfy((it) -> assertThat(jobs).containsKey(it));
		assertThat(new HashSet<Object>(dropped)).isEqualTo(jobs.keySet());
		for (Runnable it : dropped) {
			assertThat(jobs.keySet()).anyMatch((future) -> future == it);
		}
	}

	@Test
	void aSubmittedTaskThatWaitsForAThreadIsReturnedToo() {
		CountDownLatch free = new CountDownLatch(1);
		for (int i = 0; i < 2; i++) {
			this.bench.executor.execute(() -> {
				try {
					free.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			});
		}
		await().until(() -> this.bench.pool.getQueue().isEmpty());
		Future<?> runnable = this.bench.executor.submit(FutureIdentityTests::nothing);
		Future<?> callable = this.bench.executor.submit(() -> "value");
		List<Runnable> dropped = this.bench.executor.shutdownNow();
		free.countDown();
		assertThat(dropped).hasSize(2);
		assertThat(dropped).anyMatch((it) -> it == runnable).anyMatch((it) -> it == callable);
	}

	@Test
	void whatThePoolGivesBackThatNobodyTracksIsPassedOn() {
		Future<?> untracked = this.bench.pool.schedule(FutureIdentityTests::nothing, 1, TimeUnit.HOURS);
		assertThat(this.bench.executor.shutdownNow()).singleElement().isSameAs(untracked);
	}

	@Test
	void equalsIsSymmetric() {
		for (Future<?> future : oneOfEachKind()) {
			Object bare = TaskTracker.bare(future);
			assertThat(future.equals(bare)).isEqualTo(bare.equals(future));
			assertThat(future.equals(future)).isTrue();
		}
	}

	@Test
	void theQueueThatIsShownHoldsWhatTheCallersHold() {
		List<Future<?>> futures = oneOfEachKind();
		BlockingQueue<Runnable> queue = this.bench.tracker.queue(this.bench.pool.getQueue());
		assertThat(queue).hasSameSizeAs(futures);
		for (Future<?> future : futures) {
			assertThat(queue.contains(future)).isTrue();
			assertThat(queue).anyMatch((it) -> it == future);
			assertThat(queue.toArray()).anyMatch((it) -> it == future);
		}
		assertThat(futures).anyMatch((it) -> it == queue.peek());
	}

	@Test
	void whatLeavesTheQueueThatIsShownIsLostAtOnce() {
		List<Future<?>> futures = oneOfEachKind();
		BlockingQueue<Runnable> queue = this.bench.tracker.queue(this.bench.pool.getQueue());
		assertThat(queue.remove(futures.get(0))).isTrue();
		assertThat(queue.remove(futures.get(0))).isFalse();
		assertThat(this.bench.totals().lost()).isOne();
		var iterator = queue.iterator();
		iterator.next();
		iterator.remove();
		assertThat(this.bench.totals().lost()).isEqualTo(2);
		queue.clear();
		assertThat(this.bench.totals()).extracting(Totals::live, Totals::lost).containsExactly(0L, 4L);
	}

	@Test
	@SuppressWarnings("CollectionIncompatibleType") // a queue is asked for anything
	void whatIsDrainedFromTheQueueThatIsShownIsLostAtOnce() {
		ScheduledFuture<?> due = this.bench.executor.schedule(FutureIdentityTests::nothing, 1, TimeUnit.HOURS);
		ScheduledThreadPoolExecutor pool = this.bench.pool;
		BlockingQueue<Runnable> queue = this.bench.tracker.queue(pool.getQueue());
		List<Runnable> drained = new ArrayList<>();
		assertThat(queue.drainTo(drained)).isZero();
		assertThat(queue.poll()).isNull();
		assertThat(queue.remove("no task")).isFalse();
		assertThat(queue.remove(null)).isFalse();
		assertThat(this.bench.tracker.remove(due, (bare) -> pool.remove((Runnable) bare))).isTrue();
		assertThat(this.bench.tracker.remove(due, (bare) -> pool.remove((Runnable) bare))).isFalse();
		assertThat(this.bench.totals().lost()).isOne();
	}

	private List<Future<?>> oneOfEachKind() {
		return List.of(this.bench.executor.schedule(FutureIdentityTests::nothing, 1, TimeUnit.HOURS),
				this.bench.executor.schedule(() -> "value", 1, TimeUnit.HOURS),
				this.bench.executor.scheduleAtFixedRate(FutureIdentityTests::nothing, 1, 1, TimeUnit.HOURS),
				this.bench.executor.scheduleWithFixedDelay(FutureIdentityTests::nothing, 1, 1, TimeUnit.HOURS));
	}

	private static void nothing() {
	}

}
