package io.timerscope.ledger;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import io.timerscope.Totals;
import io.timerscope.pool.PoolView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Ends of which no decorator hears are found by the clock. */
class SilentEndsTests {

	private final Bench bench = new Bench();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void aCancelThroughThePoolsOwnFutureIsFound() {
		ScheduledFuture<?> future = this.bench.executor.scheduleAtFixedRate(() -> {
		}, 1, 1, TimeUnit.HOURS);
		((ScheduledFuture<?>) TaskTracker.bare(future)).cancel(false);
		assertThat(this.bench.totals().live()).as("before a tick").isOne();
		this.bench.ledger.tick();
		assertThat(ended()).containsExactly(TaskState.CANCELLED);
	}

	@Test
	void whatAPoolDroppedIsLost() throws InterruptedException {
		this.bench.executor.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		this.bench.pool.shutdownNow();
		assertThat(this.bench.pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
		this.bench.ledger.tick();
		assertThat(ended()).containsExactly(TaskState.LOST);
	}

	@Test
	void whatIsCancelledWhileThePoolEndsIsNotLost() {
		AtomicReference<Future<?>> task = new AtomicReference<>();
		try (Bench ending = new Bench(TaskLedger.builder(), new ScheduledThreadPoolExecutor(1), new PoolView() {
			@Override
			public boolean isTerminated() {
				task.get().cancel(false);
				return true;
			}
		})) {
			task.set((Future<?>) TaskTracker.bare(ending.executor.scheduleAtFixedRate(() -> {
			}, 1, 1, TimeUnit.HOURS)));
			ending.ledger.tick();
			assertThat(ending.totals()).extracting(Totals::cancelled, Totals::lost).containsExactly(1L, 0L);
		}
	}

	/** Another scheduler of the same name may come while the tasks are looked at. */
	@Test
	void theAnswerOfAPoolBeforeItsSuccessorCameProvesNothing() {
		AtomicBoolean asked = new AtomicBoolean();
		try (Bench replaced = new Bench(TaskLedger.builder(), new ScheduledThreadPoolExecutor(1), new PoolView() {
			@Override
			public boolean isTerminated() {
				return asked.compareAndSet(false, true);
			}
		})) {
			replaced.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS);
			replaced.ledger.tick();
			assertThat(replaced.totals()).extracting(Totals::live, Totals::lost).containsExactly(1L, 0L);
		}
	}

	@Test
	void whatIsOnlyDueLaterIsLeftAlone() {
		this.bench.executor.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		this.bench.ledger.tick();
		this.bench.ledger.tick();
		assertThat(ended()).isEmpty();
		assertThat(this.bench.totals().live()).isOne();
	}

	private List<TaskState> ended() {
		return this.bench.tasks(TaskQuery.States.ENDED).tasks().stream().map(TaskSnapshot::state).toList();
	}

}
