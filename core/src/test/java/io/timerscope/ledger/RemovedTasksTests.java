package io.timerscope.ledger;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.timerscope.TaskQuery;
import io.timerscope.TaskState;
import io.timerscope.Totals;
import io.timerscope.pool.PoolView;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Tasks that leave the queue of their pool and were never cancelled. */
class RemovedTasksTests {

	private final Bench bench = new Bench();

	@Test
	void aTaskThatWasRemovedBehindOurBackIsLostAfterTenSeconds() {
		ScheduledFuture<?> future = this.bench.executor.schedule(RemovedTasksTests::nothing, 1, TimeUnit.HOURS);
		assertThat(this.bench.pool.remove((Runnable) TaskTracker.bare(future))).isTrue();
		awaitThreads();
		this.bench.ledger.tick();
		this.bench.time.pass(Duration.ofSeconds(9));
		this.bench.ledger.tick();
		assertThat(this.bench.totals().live()).isOne();
		this.bench.time.pass(Duration.ofSeconds(1));
		this.bench.ledger.tick();
		assertThat(this.bench.totals()).extracting(Totals::live, Totals::lost).containsExactly(0L, 1L);
		assertThat(this.bench.tasks(TaskQuery.States.ENDED).tasks()).singleElement()
			.satisfies((task) -> assertThat(task.state()).isEqualTo(TaskState.LOST));
	}

	@Test
	void aQueueThatWasClearedLosesEachKindOfTask() {
		this.bench.executor.schedule(RemovedTasksTests::nothing, 1, TimeUnit.HOURS);
		this.bench.executor.schedule(() -> "value", 1, TimeUnit.HOURS);
		this.bench.executor.scheduleAtFixedRate(RemovedTasksTests::nothing, 1, 1, TimeUnit.HOURS);
		this.bench.executor.scheduleWithFixedDelay(RemovedTasksTests::nothing, 1, 1, TimeUnit.HOURS);
		this.bench.pool.getQueue().clear();
		tickTwice();
		assertThat(this.bench.totals()).extracting(Totals::live, Totals::lost).containsExactly(0L, 4L);
	}

	@Test
	void aQueueThatWasDrainedOfWhatIsDueLosesIt() {
		CountDownLatch free = hold(2);
		ScheduledFuture<?> due = this.bench.executor.schedule(RemovedTasksTests::nothing, 0, TimeUnit.NANOSECONDS);
		await().until(() -> due.getDelay(TimeUnit.NANOSECONDS) <= 0);
		this.bench.executor.submit(RemovedTasksTests::nothing);
		this.bench.pool.getQueue().drainTo(new ArrayList<>());
		tickTwice();
		assertThat(this.bench.totals()).extracting(Totals::live, Totals::lost).containsExactly(2L, 2L);
		free.countDown();
	}

	@Test
	void aTaskWithoutAFutureIsLostOnceTheQueueIsEmpty() {
		CountDownLatch free = hold(2);
		this.bench.executor.execute(RemovedTasksTests::nothing);
		this.bench.pool.getQueue().clear();
		this.bench.executor.submit(RemovedTasksTests::nothing);
		tickTwice();
		assertThat(this.bench.totals().lost()).isZero();
		this.bench.pool.getQueue().clear();
		tickTwice();
		assertThat(this.bench.totals()).extracting(Totals::live, Totals::lost).containsExactly(2L, 2L);
		free.countDown();
	}

	/** The looks at the queue come while the task runs, and it is back soon after. */
	@Test
	void aTaskIsNotLostThatRunsDuringEachLookAtTheQueue() {
		Semaphore running = new Semaphore(0);
		Semaphore mayEnd = new Semaphore(0);
		AtomicBoolean looking = new AtomicBoolean();
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1) {
			@Override
			public BlockingQueue<Runnable> getQueue() {
				BlockingQueue<Runnable> queue = super.getQueue();
				if (!looking.get()) {
					return queue;
				}
				running.acquireUninterruptibly();
				BlockingQueue<Runnable> during = new LinkedBlockingQueue<>(queue);
				mayEnd.release();
				await().until(() -> queue.size() == 2);
				return during;
			}
		};
		try (Bench bench = new Bench(TaskLedger.builder(), pool, judged(pool))) {
			bench.executor.schedule(RemovedTasksTests::nothing, 1, TimeUnit.HOURS);
			bench.executor.scheduleWithFixedDelay(() -> {
				running.release();
				mayEnd.acquireUninterruptibly();
			}, 0, 300, TimeUnit.MILLISECONDS);
			looking.set(true);
			for (int i = 0; i < 4; i++) {
				bench.ledger.tick();
				bench.time.pass(Duration.ofSeconds(10));
			}
			looking.set(false);
			mayEnd.release(1_000);
			assertThat(bench.totals()).extracting(Totals::live, Totals::lost).containsExactly(2L, 0L);
		}
	}

	@Test
	void whatARemovedTaskHoldsIsLetGo() {
		WeakReference<byte[]> payload = removeWithPayload();
		tickTwice();
		await().until(() -> {
			System.gc();
			return payload.refersTo(null);
		});
	}

	private WeakReference<byte[]> removeWithPayload() {
		byte[] payload = new byte[1 << 20];
		this.bench.executor.schedule(() -> Arrays.fill(payload, (byte) 1), 1, TimeUnit.HOURS);
		this.bench.pool.getQueue().clear();
		return new WeakReference<>(payload);
	}

	@Test
	void aRemovedTaskCanStillBeRunByWhoeverHoldsIt() throws Exception {
		List<String> ran = new ArrayList<>();
		ScheduledFuture<?> future = this.bench.executor.schedule(() -> ran.add("ran"), 1, TimeUnit.HOURS);
		this.bench.pool.getQueue().clear();
		tickTwice();
		((Runnable) future).run();
		assertThat(ran).containsExactly("ran");
		assertThat(future.get()).isEqualTo(true);
	}

	@Test
	void aTaskIsNotLostThatAThreadHoldsBackBeforeItsRun() {
		CountDownLatch free = new CountDownLatch(1);
		ScheduledThreadPoolExecutor pausable = new ScheduledThreadPoolExecutor(1) {
			@Override
			protected void beforeExecute(Thread thread, Runnable task) {
				awaitQuietly(free);
			}
		};
		try (Bench bench = new Bench(TaskLedger.builder(), pausable, judged(pausable))) {
			bench.executor.schedule(RemovedTasksTests::nothing, 0, TimeUnit.SECONDS);
			await().until(() -> pausable.getActiveCount() == 1);
			for (int i = 0; i < 3; i++) {
				bench.ledger.tick();
				bench.time.pass(Duration.ofSeconds(10));
			}
			assertThat(bench.totals()).extracting(Totals::live, Totals::lost).containsExactly(1L, 0L);
			free.countDown();
			await().until(() -> bench.totals().completed() == 1);
		}
	}

	@Test
	void cancelledTasksInTheQueueDoNotHideARemovedOne() {
		for (int i = 0; i < 10; i++) {
			this.bench.executor.schedule(RemovedTasksTests::nothing, 1, TimeUnit.HOURS).cancel(false);
		}
		ScheduledFuture<?> future = this.bench.executor.schedule(RemovedTasksTests::nothing, 1, TimeUnit.HOURS);
		assertThat(this.bench.pool.remove((Runnable) TaskTracker.bare(future))).isTrue();
		tickTwice();
		assertThat(this.bench.totals().lost()).isOne();
	}

	@Test
	void tasksThatNobodyTracksDoNotHideARemovedOneForEver() {
		for (int i = 0; i < 10; i++) {
			this.bench.pool.schedule(RemovedTasksTests::nothing, 1, TimeUnit.HOURS);
		}
		ScheduledFuture<?> future = this.bench.executor.schedule(RemovedTasksTests::nothing, 1, TimeUnit.HOURS);
		assertThat(this.bench.pool.remove((Runnable) TaskTracker.bare(future))).isTrue();
		for (int i = 0; i < 100; i++) {
			this.bench.ledger.tick();
			this.bench.time.pass(Duration.ofSeconds(1));
		}
		assertThat(this.bench.totals().lost()).isOne();
	}

	@Test
	void aPoolThatDiscardsInSilenceAfterItsShutdownLosesTheTask() {
		CountDownLatch free = new CountDownLatch(1);
		this.bench.pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
		this.bench.executor.execute(() -> awaitQuietly(free));
		await().until(() -> this.bench.totals().running() == 1);
		this.bench.executor.shutdown();
		this.bench.executor.schedule(RemovedTasksTests::nothing, 1, TimeUnit.HOURS);
		tickTwice();
		assertThat(this.bench.totals()).extracting(Totals::live, Totals::lost).containsExactly(1L, 1L);
		free.countDown();
	}

	@Test
	void aPoolOfTheUsersThatHandsOnToAnotherLosesNothing() {
		ScheduledThreadPoolExecutor other = new ScheduledThreadPoolExecutor(1);
		ScheduledThreadPoolExecutor handingOn = new ScheduledThreadPoolExecutor(1) {
			@Override
			public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit) {
				return other.scheduleAtFixedRate(task, delay, period, unit);
			}
		};
		try (Bench bench = new Bench(TaskLedger.builder(), handingOn)) {
			bench.executor.schedule(RemovedTasksTests::nothing, 1, TimeUnit.HOURS);
			bench.executor.scheduleAtFixedRate(RemovedTasksTests::nothing, 1, 1, TimeUnit.HOURS);
			for (int i = 0; i < 100; i++) {
				bench.ledger.tick();
				bench.time.pass(Duration.ofSeconds(1));
			}
			assertThat(bench.totals()).extracting(Totals::live, Totals::lost).containsExactly(2L, 0L);
		}
		finally {
			other.shutdownNow();
		}
	}

	private CountDownLatch hold(int threads) {
		CountDownLatch free = new CountDownLatch(1);
		for (int i = 0; i < threads; i++) {
			this.bench.executor.execute(() -> awaitQuietly(free));
		}
		await().until(() -> this.bench.totals().running() == threads);
		return free;
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** A thread that starts seems to be at work. */
	private void awaitThreads() {
		await().until(() -> this.bench.pool.getActiveCount() == this.bench.totals().running());
	}

	/** With the time in between that proves it. */
	private void tickTwice() {
		awaitThreads();
		this.bench.ledger.tick();
		this.bench.time.pass(Duration.ofSeconds(10));
		this.bench.ledger.tick();
	}

	/** What a pool of the JDK's shows, of one that behaves in its own way. */
	private static PoolView judged(ScheduledThreadPoolExecutor pool) {
		return new PoolView() {
			@Override
			public Integer activeThreads() {
				return pool.getActiveCount();
			}

			@Override
			public Integer queued() {
				return pool.getQueue().size();
			}

			@Override
			public Collection<?> queue() {
				return List.of(pool.getQueue().toArray());
			}

			@Override
			public boolean holdsWhatItReturns() {
				return true;
			}
		};
	}

	private static void nothing() {
	}

}
