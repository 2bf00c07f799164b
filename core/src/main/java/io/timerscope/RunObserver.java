package io.timerscope;

import org.jspecify.annotations.Nullable;

/**
 * Stands around every run. Called on the thread that runs the task and without any lock
 * held; what an observer throws is counted as a tracking error and does not reach the
 * task.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RunObserver {

	/** Looks at nothing. */
	RunObserver NONE = (task, snapshot) -> null;

	/**
	 * A run is about to start.
	 * @param task what the application scheduled; not to be kept
	 * @param snapshot the task at this moment
	 * @return what is told when the run is over, or {@code null} if nobody wants to know
	 */
	@Nullable Observed starts(Object task, TaskSnapshot snapshot);

	/**
	 * A run that is looked at.
	 */
	@FunctionalInterface
	interface Observed {

		/**
		 * The run is over and in the ledger, and its listeners have heard of it.
		 * @param failure what it threw, or {@code null} if it returned
		 */
		void ends(@Nullable Throwable failure);

	}

}
