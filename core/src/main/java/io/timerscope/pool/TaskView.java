package io.timerscope.pool;

/**
 * What a scheduler gets to see of a task. Some schedulers ask a task for more than to be
 * run, and the tracked run that stands in for it must answer as the task would.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TaskView {

	/** The run as it is: comparable and a future where the task is, and nothing else. */
	TaskView PLAIN = (task, run) -> run;

	/**
	 * The object that is handed to the scheduler. It must not hold the task, which is let
	 * go as soon as it is cancelled. Called on the scheduling thread.
	 * @param task what the application wants to run
	 * @param run what stands in for it, a {@link Runnable} and a
	 * {@link java.util.concurrent.Callable}
	 * @return the run, or something that runs it; for a {@code Callable} task again a
	 * {@code Callable}
	 */
	Object of(Object task, Object run);

}
