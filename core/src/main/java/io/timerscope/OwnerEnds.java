package io.timerscope;

/**
 * Hears of the tasks that may outlive their owner, on the threads that cause the news.
 */
interface OwnerEnds {

	/** A task is about to be handed over, by a short-lived owner. */
	void periodicTaskScheduled(LiveTask task);

	/** Such a task has ended, or was not taken. */
	void periodicTaskEnded(LiveTask task);

	/** A task was taken whose owner has ended before. */
	void outlives(LiveTask task, TaskOwner.Ended end, LedgerWriter writer);

	/** A task that was a leak has ended. */
	void recovered(LiveTask task, LeakReason reason);

}
