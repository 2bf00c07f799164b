package io.timerscope.junit.text;

import java.time.Duration;

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
			return "every " + rate.period() + " (fixed rate)";
		}
		if (schedule instanceof Schedule.FixedDelay delay) {
			return "every " + delay.period() + " (fixed delay)";
		}
		if (schedule instanceof Schedule.Once once) {
			Duration delay = once.delay();
			return "once after " + delay;
		}
		if (schedule instanceof Schedule.OnTrigger trigger) {
			Schedule known = trigger.known();
			return (known != null) ? schedule(known) : "by trigger " + trigger.expression();
		}
		return "at once";
	}

}
