package io.timerscope.scope;

/**
 * One task that was scheduled through a {@link TaskScope}. May be used by any thread.
 *
 * @since 0.1.0
 */
public interface TaskHandle {

	/**
	 * Stops further runs; a run under way goes on and is not interrupted. May be called
	 * any number of times.
	 */
	void cancel();

	/**
	 * Whether the task will not run any more.
	 * @return {@code true} once it has run for the last time or was cancelled, by this
	 * handle or by the end of its scope
	 */
	boolean isDone();

}
