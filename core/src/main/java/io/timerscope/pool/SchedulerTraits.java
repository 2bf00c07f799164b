package io.timerscope.pool;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import io.timerscope.CallerHandle;

/**
 * How a kind of scheduler behaves where kinds differ.
 *
 * @param mayContinueAfterFailure whether a periodic task may go on after a run that
 * threw: an error handler decides, and the future tells
 * @param handsOff whether a future is done when the run is handed to a thread, long
 * before the run is over
 * @param refusal makes the exception by which this kind refuses a task
 * @param face what it gets to see of a task
 * @param handle by what a caller ends a task
 * @since 0.1.0
 */
public record SchedulerTraits(boolean mayContinueAfterFailure, boolean handsOff,
		Function<String, RuntimeException> refusal, TaskView face, CallerHandle handle) {

	/** A JDK executor: the first exception ends a periodic task, silently. */
	public static final SchedulerTraits EXECUTOR = new SchedulerTraits(false, false, RejectedExecutionException::new);

	/**
	 * A kind that asks nothing of a task but to be run.
	 * @param mayContinueAfterFailure whether a periodic task may go on after a run that
	 * threw: an error handler decides, and the future tells
	 * @param handsOff whether a future is done when the run is handed to a thread
	 * @param refusal makes the exception by which this kind refuses a task
	 */
	public SchedulerTraits(boolean mayContinueAfterFailure, boolean handsOff,
			Function<String, RuntimeException> refusal) {
		this(mayContinueAfterFailure, handsOff, refusal, TaskView.PLAIN, CallerHandle.SCHEDULED_FUTURE);
	}

	/**
	 * Returns a kind that gets to see something else of a task.
	 * @param face what it gets to see
	 * @return a kind that is the same otherwise
	 */
	public SchedulerTraits withFace(TaskView face) {
		return new SchedulerTraits(this.mayContinueAfterFailure, this.handsOff, this.refusal, face, this.handle);
	}

	/**
	 * Returns a kind whose callers end their tasks by something else.
	 * @param handle by what they do
	 * @return a kind that is the same otherwise
	 */
	public SchedulerTraits withHandle(CallerHandle handle) {
		return new SchedulerTraits(this.mayContinueAfterFailure, this.handsOff, this.refusal, this.face, handle);
	}

}
