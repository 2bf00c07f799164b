package io.timerscope.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.timerscope.Schedule;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * On the clock of the machine a one-shot keeps no more than it has to, and what it says
 * of itself is worked out when somebody asks.
 */
class TimesWorkedOutLaterTests {

	private final TaskLedger ledger = TaskLedger.builder().build();

	private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);

	private final TaskTracker tracker = this.ledger.schedulers()
		.track("pool", "pool", SchedulerTraits.EXECUTOR, PoolView.of(this.pool));

	private final TrackedScheduledExecutorService executor = new TrackedScheduledExecutorService(this.pool,
			this.tracker);

	private final Instant before = this.ledger.now();

	@AfterEach
	void close() {
		this.pool.shutdownNow();
	}

	@Test
	void aDelayIsKeptAndTheTimesFollow() {
		ScheduledFuture<?> task = this.executor.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		Instant after = this.ledger.now();
		TaskSnapshot live = only(TaskQuery.States.LIVE);
		assertThat(live.schedule()).isEqualTo(Schedule.once(Duration.ofHours(1).toNanos()));
		assertThat(live.createdAt()).isBetween(this.before, after);
		task.cancel(false);
		TaskSnapshot ended = only(TaskQuery.States.ENDED);
		assertThat(ended.schedule()).isEqualTo(live.schedule());
		assertThat(ended.createdAt()).isBetween(this.before, after);
		assertThat(ended.endedAt()).isBetween(after, this.ledger.now());
	}

	@Test
	void aTaskForAnInstantKeepsTheTimeOfTheCallAndItsDelayFollows() {
		ScheduledFuture<?> task = forAnInstant();
		Instant after = this.ledger.now();
		TaskSnapshot live = only(TaskQuery.States.LIVE);
		assertThat(live.createdAt()).isBetween(this.before, after);
		long asExactAsTheWallClockIs = Duration.ofHours(1).toNanos() - Duration.ofMillis(1).toNanos();
		assertThat(live.schedule().initialNanos()).isBetween(asExactAsTheWallClockIs,
				Duration.ofHours(1).plus(Duration.between(this.before, after)).toNanos());
		task.cancel(false);
		TaskSnapshot ended = only(TaskQuery.States.ENDED);
		assertThat(ended.schedule().initialNanos()).isBetween(Duration.ofMinutes(59).toNanos(),
				Duration.ofMinutes(61).toNanos());
		assertThat(ended.endedAt()).isBetween(after, this.ledger.now());
	}

	@Test
	void aRefusedTaskHasTheTimeOfTheCallAndTheDelayThatWasAskedFor() {
		this.pool.shutdown();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.executor.schedule(() -> {
		}, 1, TimeUnit.HOURS));
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(this::forAnInstant);
		Instant after = this.ledger.now();
		assertThat(page(TaskQuery.States.ENDED)).hasSize(2).allSatisfy((task) -> {
			assertThat(task.state()).isEqualTo(TaskState.REJECTED);
			assertThat(task.createdAt()).isBetween(this.before, after);
			assertThat(task.endedAt()).isBetween(this.before, after);
			assertThat(task.schedule()).isEqualTo(Schedule.once(Duration.ofHours(1).toNanos()));
		});
	}

	@Test
	void aPageOfLiveTasksShowsNoneThatEndedMeanwhile() throws InterruptedException {
		AtomicBoolean over = new AtomicBoolean();
		CountDownLatch begun = new CountDownLatch(1);
		Thread churn = new Thread(() -> {
			while (!over.get()) {
				ScheduledFuture<?> task = this.executor.schedule(() -> {
				}, 1, TimeUnit.HOURS);
				begun.countDown();
				for (int spin = ThreadLocalRandom.current().nextInt(100); spin > 0; spin--) {
					Thread.onSpinWait();
				}
				task.cancel(false);
			}
		});
		churn.start();
		begun.await();
		try {
			for (int i = 0; i < 20_000; i++) {
				assertThat(page(TaskQuery.States.LIVE)).allSatisfy((task) -> {
					assertThat(task.state().isLive()).isTrue();
					assertThat(task.endedAt()).isNull();
				});
				this.ledger.writer().live().forEachAfter(0, (task) -> {
					Instant ended = this.ledger.writer().snapshots().of(task).endedAt();
					assertThat((ended == null) ? this.before : ended).isBetween(this.before, this.ledger.now());
					return true;
				});
			}
		}
		finally {
			over.set(true);
			churn.join();
		}
	}

	private ScheduledFuture<?> forAnInstant() {
		return this.tracker.<ScheduledFuture<?>>trackOnce(() -> {
		}, () -> Duration.ofHours(1).toNanos(), (run) -> this.pool.schedule(run, 1, TimeUnit.HOURS));
	}

	private TaskSnapshot only(TaskQuery.States states) {
		List<TaskSnapshot> tasks = page(states);
		assertThat(tasks).hasSize(1);
		return tasks.get(0);
	}

	private List<TaskSnapshot> page(TaskQuery.States states) {
		return this.ledger.read().snapshot(new TaskQuery(states, null, null, null, null, 100, 0)).page().tasks();
	}

}
