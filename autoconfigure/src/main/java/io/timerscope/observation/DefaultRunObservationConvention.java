package io.timerscope.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.timerscope.TaskSnapshot;
import io.timerscope.observation.RunObservation.HighKeys;
import io.timerscope.observation.RunObservation.LowKeys;

/**
 * Names a run after the line that scheduled the task, and describes it with the words of
 * the meters.
 *
 * @since 0.1.0
 */
public class DefaultRunObservationConvention implements RunObservationConvention {

	private static final KeyValue NO_LEAK = LowKeys.LEAK.withValue("none");

	@Override
	public String getName() {
		return RunObservation.NAME;
	}

	@Override
	public String getContextualName(RunObservationContext context) {
		return "task " + context.task().name();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(RunObservationContext context) {
		TaskSnapshot task = context.task();
		TaskSnapshot.LeakSnapshot leak = task.leak();
		return KeyValues.of(LowKeys.SCHEDULER.withValue(task.scheduler()),
				LowKeys.SCHEDULE.withValue(task.schedule().kind()),
				LowKeys.OWNER.withValue(task.owner().kind().label()),
				(leak == null) ? NO_LEAK : LowKeys.LEAK.withValue(leak.reason().label()));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(RunObservationContext context) {
		TaskSnapshot task = context.task();
		return KeyValues.of(HighKeys.SITE.withValue(task.site().toString()),
				HighKeys.ID.withValue(Long.toString(task.id())));
	}

}
