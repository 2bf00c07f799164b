package io.timerscope.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.timerscope.CallerHandle;
import io.timerscope.DurationText;
import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.snapshot.TaskGroup;

/** How findings are put into words. */
final class Words {

	private static final int CALLERS = 3;

	private Words() {
	}

	/** A number with its noun, which gets an s where there is not exactly one. */
	static String count(long count, String noun) {
		return count(count, noun, noun + "s");
	}

	static String count(long count, String one, String many) {
		return count + " " + ((count == 1) ? one : many);
	}

	/** For example {@code 2 periodic tasks}. */
	static String tasks(TaskGroup tasks) {
		if (tasks.once() == 0) {
			return count(tasks.periodic(), "periodic task");
		}
		return (tasks.periodic() == 0) ? count(tasks.once(), "one-time task")
				: tasks.periodic() + " periodic and " + count(tasks.once(), "one-time task");
	}

	/** For example {@code 2 requests that have ended (POST /orders)}. */
	static String endedOwners(TaskGroup tasks) {
		boolean one = tasks.owners() == 1 && !tasks.moreOwners();
		String count = tasks.moreOwners() ? "more than " + tasks.owners() : String.valueOf(tasks.owners());
		return count + " " + ownerNoun(tasks.ownerKind(), one ? 1 : 2) + (one ? " that has" : " that have") + " ended ("
				+ ownerNames(tasks) + ")";
	}

	static String ownerNoun(OwnerKind kind, long count) {
		return (count == 1) ? kind.label() : kind.label() + "s";
	}

	/** For example {@code bean orderBook}; an application without a name is just that. */
	static String owner(OwnerKind kind, String name) {
		boolean nameless = kind == OwnerKind.APPLICATION && name.equals(kind.label());
		return nameless ? "the application" : kind.label() + " " + name;
	}

	static String ownerNames(TaskGroup tasks) {
		boolean more = tasks.moreOwners() || tasks.owners() > tasks.ownerNames().size();
		String names = String.join(", ", tasks.ownerNames());
		return (more && tasks.ownerNames().size() > 2) ? names + " and others" : names;
	}

	static String captures(TaskGroup tasks) {
		return tasks.captures().isEmpty() ? "" : ". " + ((tasks.count() == 1) ? "It captures " : "They capture ")
				+ String.join(", ", tasks.captures());
	}

	/**
	 * Says that a line is a helper: its tasks have many classes, each of another caller.
	 */
	static String helper(TaskGroup tasks) {
		List<String> classes = tasks.otherClasses();
		if (classes.size() < CALLERS) {
			return "";
		}
		String site = tasks.site().className();
		return ". The tasks are of several classes (" + String.join(", ", classes.subList(0, CALLERS)) + "), so "
				+ simpleName(tasks.site()) + " may schedule for others: timerscope.origin.library-packages="
				+ site.substring(0, Math.max(0, site.lastIndexOf('.'))) + " shows who calls it";
	}

	/** What is to be kept, and where, so that it can be ended. */
	static String keepAndEnd(TaskGroup tasks) {
		Site site = tasks.site();
		String handle = "the " + tasks.handle().typeName();
		return (site.isKnown()
				? "In " + simpleName(site) + ", keep " + handle + " that " + site.methodName() + gets(tasks)
				: "Keep " + handle)
				+ ((tasks.handle() == CallerHandle.DISPOSABLE) ? " and dispose of it" : " and cancel it");
	}

	/** A timer is given its task; the others return what stands for it. */
	private static String gets(TaskGroup tasks) {
		return (tasks.handle() == CallerHandle.TIMER_TASK) ? " schedules" : " gets";
	}

	/** How long ago, in words; a clock that was set back makes it no time at all. */
	static String between(Instant from, Instant to) {
		return DurationText.of(from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO);
	}

	/** For example {@code every 30 s} or {@code trigger 0 0 9 * * MON-FRI}. */
	static String schedule(Schedule schedule) {
		Schedule keeps = schedule.keeps();
		if (keeps instanceof Schedule.FixedRate rate) {
			return "every " + DurationText.of(rate.period());
		}
		if (keeps instanceof Schedule.FixedDelay delay) {
			return DurationText.of(delay.period()) + " after each run";
		}
		return (keeps instanceof Schedule.OnTrigger trigger) ? "trigger " + trigger.expression() : keeps.kind();
	}

	/** The way to hear no more of a line, which concerns this line alone. */
	static String silence(Site site, String condition) {
		return site.isKnown()
				? condition + ", name the line: timerscope.ignore=" + site.className() + "#" + site.methodName() : "";
	}

	/** The ways to say that a task is meant, each about this line alone. */
	static String meant(Site site) {
		return "If the task is meant to live on, say so: scopes.application(), @ApplicationLifetime"
				+ (site.isKnown() ? " or timerscope.ignore=" + site.className() + "#" + site.methodName() : "");
	}

	static String lowerFirst(String text) {
		return Character.toLowerCase(text.charAt(0)) + text.substring(1);
	}

	private static String simpleName(Site site) {
		String name = site.className();
		return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
	}

}
