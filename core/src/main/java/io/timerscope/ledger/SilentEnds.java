package io.timerscope.ledger;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.timerscope.TaskState;
import io.timerscope.pool.SchedulerTraits;
import io.timerscope.record.LedgerWriter;
import io.timerscope.record.LiveTasks;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.TaskRecord;
import io.timerscope.record.TasksAfterFailure;
import org.jspecify.annotations.Nullable;

/**
 * Finds tasks that ended where nobody could hear it: cancelled through the scheduler's
 * own handle, killed by an error handler, dropped by a pool that was shut down.
 */
final class SilentEnds {

	private final LiveTasks live;

	private final LedgerWriter writer;

	private final TasksAfterFailure tasksAfterFailure;

	SilentEnds(LedgerWriter writer, TasksAfterFailure tasksAfterFailure) {
		this.live = writer.live();
		this.writer = writer;
		this.tasksAfterFailure = tasksAfterFailure;
	}

	void all() {
		this.tasksAfterFailure.clear();
		Pools pools = new Pools();
		this.live.forEachAfter(0, (task) -> {
			endIfFutureEnded(task, pools);
			task.tidy();
			this.writer.reportUntimed(task);
			return true;
		});
	}

	void tasksAfterFailure() {
		this.tasksAfterFailure.ask((task) -> endIfFutureEnded(task, new Pools()));
	}

	void allOf(SchedulerRecord scheduler) {
		Pools pools = new Pools();
		this.live.forEachAfter(0, (task) -> {
			if (task.scheduler() == scheduler) {
				endIfFutureEnded(task, pools);
			}
			return true;
		});
	}

	/** A future or pool of the user's that fails to answer concerns its own task only. */
	private void endIfFutureEnded(TaskRecord task, Pools pools) {
		try {
			ask(task, pools);
		}
		catch (Throwable ex) {
			this.writer.errors().caught("ask a future or a pool for its state", ex);
		}
	}

	private void ask(TaskRecord task, Pools pools) {
		if (!task.isAccepted()) {
			return;
		}
		Future<?> future = task.future();
		SchedulerRecord scheduler = task.scheduler();
		if (future != null && future.isDone()) {
			askDone(task, future, scheduler.traits());
		}
		else if (pools.isTerminated(scheduler) && scheduler.pool().isTerminated() && !task.isRunning()) {
			askOfEndedPool(task, future, scheduler.traits());
		}
	}

	/** The pool may have cancelled the task between the two looks. */
	private void askOfEndedPool(TaskRecord task, @Nullable Future<?> future, SchedulerTraits traits) {
		if (future != null && future.isDone()) {
			askDone(task, future, traits);
		}
		else {
			this.writer.end(task, TaskState.LOST);
		}
	}

	/** What still runs ends by its run. */
	private void askDone(TaskRecord task, Future<?> future, SchedulerTraits traits) {
		if (task.isRunning()) {
			return;
		}
		if (future.isCancelled()) {
			this.writer.end(task, TaskState.CANCELLED);
		}
		else if (threw(future)) {
			this.writer.end(task, TaskState.FAILED);
		}
		else if (!traits.handsOff() || task.isPeriodic()) {
			this.writer.end(task, TaskState.COMPLETED);
		}
	}

	/** Asks a future that is done, and never waits. */
	private static boolean threw(Future<?> future) {
		try {
			future.get(0, TimeUnit.NANOSECONDS);
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (Exception ex) {
			return true;
		}
	}

	/** Asks each pool once in a walk, as long as its tasks follow one another. */
	private static final class Pools {

		private @Nullable SchedulerRecord scheduler;

		private boolean terminated;

		boolean isTerminated(SchedulerRecord scheduler) {
			if (this.scheduler != scheduler) {
				this.terminated = scheduler.pool().isTerminated();
				this.scheduler = scheduler;
			}
			return this.terminated;
		}

	}

}
