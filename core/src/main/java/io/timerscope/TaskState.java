package io.timerscope;

import java.util.Locale;

/**
 * Where a task stands. {@link #WAITING} and {@link #RUNNING} are live; every other state
 * is final and reached exactly once.
 *
 * @since 0.1.0
 */
public enum TaskState {

	/** Scheduled, and no run of it is under way. */
	WAITING,

	/** At least one run is under way. */
	RUNNING,

	/** Ran to its end, or its trigger has no further time. */
	COMPLETED,

	/** Ended by an exception. */
	FAILED,

	/** Cancelled by its handle, its owner, its scheduler or an operator. */
	CANCELLED,

	/** Refused by the scheduler, hence never scheduled. */
	REJECTED,

	/**
	 * Dropped by a pool that was shut down, or taken out of its queue, without a word to
	 * anybody.
	 */
	LOST;

	/**
	 * Whether the task can still run.
	 * @return {@code true} for waiting and running tasks
	 */
	public boolean isLive() {
		return this == WAITING || this == RUNNING;
	}

	/**
	 * The word that users see.
	 * @return the lower-case name
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
