package io.timerscope;

import org.jspecify.annotations.Nullable;

/**
 * Hears what happens in the ledger. Called without any lock held, on the thread that
 * caused the news; what a listener throws is counted as a tracking error and goes no
 * further.
 *
 * @since 0.1.0
 */
public interface LedgerListener {

	/**
	 * A task became a leak.
	 * @param task the task at this moment
	 */
	default void leaked(TaskSnapshot task) {
	}

	/**
	 * A leaked task ended after all.
	 * @param task the task at this moment
	 */
	default void recovered(TaskSnapshot task) {
	}

	/**
	 * A periodic task was ended by an exception, its own or its trigger's.
	 * @param task the task at this moment
	 * @param error class and message of what was thrown, or {@code null} where nobody saw
	 * it
	 */
	default void died(TaskSnapshot task, @Nullable String error) {
	}

	/**
	 * A run is over.
	 * @param scheduler the scheduler's name
	 * @param schedule the kind of schedule, as users see it
	 * @param run the run
	 */
	default void ran(String scheduler, String schedule, CompletedRun run) {
	}

	/**
	 * Runs are over that were too brief to be timed each. All of them returned. Told by
	 * the application's clock, once per interval.
	 * @param scheduler the scheduler's name
	 * @param schedule the kind of schedule, as users see it
	 * @param runs how many
	 * @param durationNanos what the last one that was timed took, in nanoseconds
	 */
	default void ranUntimed(String scheduler, String schedule, long runs, long durationNanos) {
	}

}
