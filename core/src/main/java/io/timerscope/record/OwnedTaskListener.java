package io.timerscope.record;

import io.timerscope.LeakReason;

/**
 * Hears of tasks that may outlive their owner, on the threads that cause the news. The
 * package {@code leak} implements it, and judges.
 */
public interface OwnedTaskListener {

	/** Nobody wants to hear any more. */
	OwnedTaskListener NOBODY = new OwnedTaskListener() {

		@Override
		public void periodicTaskScheduled(TaskRecord task) {
		}

		@Override
		public void periodicTaskEnded(TaskRecord task) {
		}

		@Override
		public void outlives(TaskRecord task, TaskOwner.Ended end, LedgerWriter writer) {
		}

		@Override
		public void recovered(TaskRecord task, LeakReason reason) {
		}

	};

	/** A task is about to be handed over, by a short-lived owner. */
	void periodicTaskScheduled(TaskRecord task);

	/** Such a task has ended, or was not taken. */
	void periodicTaskEnded(TaskRecord task);

	/** A task was taken whose owner has ended before. */
	void outlives(TaskRecord task, TaskOwner.Ended end, LedgerWriter writer);

	/** A task that was a leak has ended. */
	void recovered(TaskRecord task, LeakReason reason);

}
