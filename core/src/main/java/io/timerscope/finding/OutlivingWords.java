package io.timerscope.finding;

import java.time.Duration;

import io.timerscope.DurationText;
import io.timerscope.snapshot.TaskGroup;

/**
 * How tasks that outlive their owner, and that no witness speaks against, are put into
 * words.
 */
final class OutlivingWords {

	private OutlivingWords() {
	}

	static String evidence(TaskGroup tasks) {
		return Words.tasks(tasks) + " of " + Words.endedOwners(tasks) + ((tasks.count() == 1) ? " goes" : " go")
				+ " on, " + until(tasks) + Words.captures(tasks) + Words.helper(tasks) + hint(tasks);
	}

	private static String until(TaskGroup tasks) {
		Duration last = tasks.lastDue();
		String due = (last == null) ? ""
				: ((tasks.once() == 1) ? "due in " : "the last one due in ") + DurationText.of(last);
		if (tasks.periodic() == 0) {
			return due;
		}
		return (tasks.once() == 0) ? "with no end" : "the periodic ones with no end, of the others " + due;
	}

	private static String hint(TaskGroup tasks) {
		return (tasks.completedOnce() == 0) ? ""
				: ". " + tasks.completedOnce() + " of " + tasks.sampledOnce()
						+ " sampled one-time tasks hold a CompletableFuture that is complete: "
						+ "a timeout that nobody cancels?";
	}

	static String advice(TaskGroup tasks) {
		return "Nothing, if this is meant. Otherwise " + Words.lowerFirst(Words.keepAndEnd(tasks))
				+ " when its work is over. " + Words.meant(tasks.site());
	}

}
