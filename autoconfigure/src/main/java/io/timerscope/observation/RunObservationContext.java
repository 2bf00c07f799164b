package io.timerscope.observation;

import io.micrometer.observation.Observation;
import io.timerscope.TaskSnapshot;

/**
 * What an observation of a run knows of it.
 *
 * @since 0.1.0
 */
public final class RunObservationContext extends Observation.Context {

	private final TaskSnapshot task;

	/**
	 * Makes the context of one run.
	 * @param task the task when the run started
	 */
	public RunObservationContext(TaskSnapshot task) {
		this.task = task;
	}

	/**
	 * The task that runs.
	 * @return the task as it was when the run started
	 */
	public TaskSnapshot task() {
		return this.task;
	}

}
