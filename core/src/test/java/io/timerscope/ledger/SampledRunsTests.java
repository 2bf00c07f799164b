package io.timerscope.ledger;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.timerscope.CompletedRun;
import io.timerscope.LedgerListener;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import io.timerscope.snapshot.SchedulerLateness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Brief runs on the clock of the machine, where most of them are not timed. */
class SampledRunsTests {

	private static final int RUNS = 20_000;

	private final AtomicLong timed = new AtomicLong();

	private final AtomicLong untimed = new AtomicLong();

	private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);

	private TaskLedger ledger = TaskLedger.builder().build();

	private TrackedScheduledExecutorService executor = executor();

	@AfterEach
	void close() {
		this.pool.shutdownNow();
	}

	@Test
	void mostBriefRunsAreNotTimedAndNoneIsLost() throws InterruptedException {
		CountDownLatch done = new CountDownLatch(RUNS);
		ScheduledFuture<?> ticks = this.executor.scheduleAtFixedRate(done::countDown, 0, 1, TimeUnit.NANOSECONDS);
		done.await();
		ticks.cancel(false);
		TaskSnapshot ended = settled();
		this.ledger.tick();
		assertThat(ended.runs()).isGreaterThanOrEqualTo(RUNS).isEqualTo(this.timed.get() + this.untimed.get());
		assertThat(this.untimed.get()).isGreaterThan(RUNS / 2);
		assertThat(this.timed.get()).isGreaterThan(64);
	}

	@Test
	void briefOneShotsAreCountedToo() throws InterruptedException {
		CountDownLatch done = new CountDownLatch(RUNS);
		for (int i = 0; i < RUNS; i++) {
			this.executor.schedule(done::countDown, 0, TimeUnit.NANOSECONDS);
		}
		done.await();
		await().until(() -> this.ledger.read().totals().completed() == RUNS);
		this.ledger.tick();
		await().until(() -> this.timed.get() + this.untimed.get() == RUNS);
		assertThat(this.ledger.read().totals().live()).isZero();
		assertThat(this.ledger.read().totals().running()).isZero();
	}

	@Test
	void briefCallablesAreCountedTooAndTheHistoryShowsTheirRun() {
		for (int i = 0; i < 1_000; i++) {
			this.executor.schedule(() -> "done", 0, TimeUnit.NANOSECONDS);
		}
		await().until(() -> this.ledger.read().totals().completed() == 1_000);
		await().until(() -> this.pool.getActiveCount() == 0);
		this.ledger.tick();
		assertThat(this.timed.get() + this.untimed.get()).isEqualTo(1_000);
		assertThat(this.untimed.get()).isPositive();
		assertThat(this.ledger.read()
			.snapshot(new TaskQuery(TaskQuery.States.ENDED, null, null, null, null, 1000, 0))
			.page()
			.tasks()).isNotEmpty().allMatch((task) -> task.runs() == 1);
	}

	@Test
	void runsOfTasksThatAreGivenToRunAtOnceAreCountedOnce() throws Exception {
		CountDownLatch done = new CountDownLatch(3 * RUNS);
		Callable<@Nullable Object> call = () -> {
			done.countDown();
			return null;
		};
		for (int i = 0; i < RUNS; i++) {
			this.executor.execute(done::countDown);
			this.executor.submit(done::countDown);
			if (i % 10 == 0) {
				this.executor.invokeAll(Collections.nCopies(10, call));
			}
		}
		done.await();
		await().until(() -> this.ledger.read().totals().completed() == 3 * RUNS);
		await().until(() -> this.pool.getActiveCount() == 0);
		this.ledger.tick();
		assertThat(this.untimed.get()).isPositive();
		assertThat(this.timed.get() + this.untimed.get()).isEqualTo(3 * RUNS);
	}

	@Test
	void aTaskOfWhichNoRunWasTimedIsNotTakenForOneThatWaitsEverSince() throws InterruptedException {
		CountDownLatch brief = new CountDownLatch(RUNS);
		ScheduledFuture<?> often = every(brief::countDown, 1);
		brief.await();
		CountDownLatch ran = new CountDownLatch(1);
		ScheduledFuture<?> rare = every(ran::countDown, TimeUnit.HOURS.toNanos(1));
		ran.await();
		often.cancel(false);
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		this.pool.execute(() -> {
			started.countDown();
			awaitQuietly(release);
		});
		started.await();
		assertThat(this.ledger.read().work((site) -> Duration.ofHours(1)).paces()).singleElement()
			.extracting(SchedulerLateness::overdue)
			.isEqualTo(0L);
		assertThat(rare.isDone()).isFalse();
		release.countDown();
	}

	private ScheduledFuture<?> every(Runnable task, long nanos) {
		return this.executor.scheduleAtFixedRate(task, 0, nanos, TimeUnit.NANOSECONDS);
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void aBlockedRunIsFoundOnAPoolThatTellsNothing() throws InterruptedException {
		ScheduledExecutorService single = Executors.newSingleThreadScheduledExecutor();
		CountDownLatch release = new CountDownLatch(1);
		try {
			ScheduledExecutorService tracked = new TrackedScheduledExecutorService(single,
					this.ledger.schedulers().track("single", "single", SchedulerTraits.EXECUTOR, PoolView.of(single)));
			CountDownLatch stuck = new CountDownLatch(1);
			AtomicLong runs = new AtomicLong();
			tracked.scheduleAtFixedRate(() -> {
				if (runs.incrementAndGet() == 1_001) {
					stuck.countDown();
					OnceTests.uninterrupted(release);
				}
			}, 0, 1, TimeUnit.MICROSECONDS);
			stuck.await();
			this.ledger.read().work((site) -> Duration.ofHours(1));
			assertThat(this.ledger.read().work((site) -> Duration.ZERO).longRuns()).hasSize(1);
			assertThat(this.ledger.read().totals().running()).isOne();
		}
		finally {
			release.countDown();
			single.shutdownNow();
		}
		await().until(() -> this.ledger.read().totals().running() == 0);
	}

	@Test
	void everyRunIsTimedWhereThatIsAskedFor() throws InterruptedException {
		this.ledger = TaskLedger.builder().timesEveryRun(true).build();
		this.executor = executor();
		CountDownLatch done = new CountDownLatch(RUNS);
		this.executor.scheduleAtFixedRate(done::countDown, 0, 1, TimeUnit.NANOSECONDS);
		done.await();
		this.ledger.tick();
		assertThat(this.timed.get()).isGreaterThanOrEqualTo(RUNS - 1);
		assertThat(this.untimed.get()).isZero();
	}

	@Test
	void aRunThatBlocksIsSeenByTheTickAlthoughItWasNotTimed() throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch stuck = new CountDownLatch(1);
		AtomicLong runs = new AtomicLong();
		AtomicReference<Thread> runner = new AtomicReference<>();
		ScheduledFuture<?> ticks = this.executor.scheduleAtFixedRate(() -> {
			// hardly ever one of those that are timed by then
			if (runs.incrementAndGet() == 1_001) {
				runner.set(Thread.currentThread());
				stuck.countDown();
				OnceTests.uninterrupted(release);
			}
		}, 0, 1, TimeUnit.MICROSECONDS);
		stuck.await();
		await().until(() -> runner.get().getState() == Thread.State.WAITING);
		this.ledger.tick();
		this.ledger.read().work((site) -> Duration.ofHours(1));
		TaskSnapshot task = this.ledger.read().snapshot(TaskQuery.DEFAULT).page().tasks().get(0);
		assertThat(task.state()).isEqualTo(TaskState.RUNNING);
		assertThat(task.runs()).isEqualTo(1_000);
		assertThat(this.ledger.read().totals().running()).isOne();
		assertThat(this.ledger.read().work((site) -> Duration.ZERO).longRuns()).singleElement()
			.satisfies((run) -> assertThat(run.stack()).extracting(StackTraceElement::getMethodName)
				.contains("uninterrupted"));
		TaskSnapshot.Detail detail = this.ledger.read().find(task.id());
		assertThat(detail.running().stack()).isNotEmpty();
		release.countDown();
		await().until(() -> this.ledger.read().totals().running() == 0);
		ticks.cancel(false);
		assertThat(settled().state()).isEqualTo(TaskState.CANCELLED);
	}

	@Test
	void anExceptionInARunThatIsNotTimedEndsThePeriodicTaskWithItsText() {
		AtomicReference<String> died = new AtomicReference<>();
		this.ledger.addListener(new LedgerListener() {
			@Override
			public void died(TaskSnapshot task, String error) {
				died.set(error);
			}
		});
		AtomicLong runs = new AtomicLong();
		this.executor.scheduleAtFixedRate(() -> {
			if (runs.incrementAndGet() == 1_001) {
				throw new IllegalStateException("no more");
			}
		}, 0, 1, TimeUnit.MICROSECONDS);
		await().until(() -> died.get() != null);
		assertThat(died.get()).isEqualTo("java.lang.IllegalStateException: no more");
		TaskSnapshot ended = settled();
		assertThat(ended.state()).isEqualTo(TaskState.FAILED);
		assertThat(ended.runs()).isEqualTo(1_001);
		assertThat(ended.failures()).isOne();
	}

	@Test
	void aTaskWhoseRunsAreNotTimedIsNotTakenForLate() throws InterruptedException {
		CountDownLatch brief = new CountDownLatch(500);
		this.executor.scheduleAtFixedRate(brief::countDown, 0, 100, TimeUnit.MICROSECONDS);
		this.executor.scheduleWithFixedDelay(brief::countDown, 0, 100, TimeUnit.MICROSECONDS);
		brief.await();
		this.pool.setContinueExistingPeriodicTasksAfterShutdownPolicy(true);
		this.executor.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		this.ledger.tick();
		SchedulerLateness pace = this.ledger.read().work((site) -> Duration.ofHours(1)).paces().get(0);
		assertThat(pace.overdueBy()).isLessThan(Duration.ofMinutes(30));
	}

	/** A cancelled task is in the history once its last run has gone. */
	private TaskSnapshot settled() {
		await().until(() -> this.pool.getActiveCount() == 0);
		return this.ledger.read()
			.snapshot(new TaskQuery(TaskQuery.States.ENDED, null, null, null, null, 100, 0))
			.page()
			.tasks()
			.get(0);
	}

	private TrackedScheduledExecutorService executor() {
		this.ledger.addListener(new LedgerListener() {
			@Override
			public void ran(String scheduler, String schedule, CompletedRun run) {
				SampledRunsTests.this.timed.incrementAndGet();
			}

			@Override
			public void ranUntimed(String scheduler, String schedule, long runs, long durationNanos) {
				SampledRunsTests.this.untimed.addAndGet(runs);
			}
		});
		return new TrackedScheduledExecutorService(this.pool,
				this.ledger.schedulers().track("pool", "pool", SchedulerTraits.EXECUTOR, PoolView.of(this.pool)));
	}

}
