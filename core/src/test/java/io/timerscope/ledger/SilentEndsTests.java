package io.timerscope.ledger;

import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
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
