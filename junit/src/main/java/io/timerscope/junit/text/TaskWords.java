package io.timerscope.junit.text;

import io.timerscope.DurationText;
import io.timerscope.Schedule;
import io.timerscope.TaskSnapshot;

/** A task in words that are the same for all tasks of one line. */
public final class TaskWords {

	private TaskWords() {
	}

	public static String of(TaskSnapshot task) {
		TaskSnapshot.RunSnapshot last = task.lastRun();
		String error = (last == null || last.error() == null || task.state().isLive()) ? "" : ", " + last.error();
		return schedule(task.schedule()) + ", " + task.state().label() + error;
	}

	private static String schedule(Schedule schedule) {
		if (schedule instanceof Schedule.FixedRate rate) {
			return "every " + DurationText.of(rate.period()) + " (fixed rate)";
		}
		if (schedule instanceof Schedule.FixedDelay delay) {
			return "every " + DurationText.of(delay.period()) + " (fixed delay)";
		}
		if (schedule instanceof Schedule.Once once) {
			return "once after " + DurationText.of(once.delay());
		}
		if (schedule instanceof Schedule.OnTrigger trigger) {
			Schedule known = trigger.known();
			return (known != null) ? schedule(known) : "by trigger " + trigger.expression();
		}
		return "at once";
	}

}
