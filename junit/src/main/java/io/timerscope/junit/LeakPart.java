package io.timerscope.junit;

import java.util.List;
import java.util.function.Predicate;

import io.timerscope.SitePattern;
import io.timerscope.junit.text.Glob;

/**
 * What of a leak an option looks at.
 *
 * @since 0.1.0
 */
public enum LeakPart {

	/** The line that scheduled or created it. */
	SITE("ignoreSite") {

		@Override
		void check(String pattern) {
			SitePattern.of(pattern);
		}

		@Override
		Predicate<TimerLeak> matcher(String pattern) {
			SitePattern sites = SitePattern.of(pattern);
			return (leak) -> leak.site() != null && sites.matches(leak.site());
		}

	},

	/** The name of its thread. */
	THREAD("ignoreThread") {

		@Override
		Predicate<TimerLeak> matcher(String pattern) {
			Glob names = new Glob(pattern);
			return (leak) -> names.matches(leak.thread());
		}

	},

	/** The name of its scheduler. */
	SCHEDULER("ignoreScheduler") {

		@Override
		Predicate<TimerLeak> matcher(String pattern) {
			Glob names = new Glob(pattern);
			return (leak) -> names.matches(leak.scheduler());
		}

	},

	/** The owner of the task, by name or by kind and name. */
	OWNER("ignoreOwner") {

		@Override
		Predicate<TimerLeak> matcher(String pattern) {
			Glob names = new Glob(pattern);
			return (leak) -> leak.owner() != null
					&& (names.matches(leak.owner()) || names.matches(leak.owner().replaceFirst("^[a-z]+:", "")));
		}

	},

	/** Any frame of the stack that created it or that it is in. */
	ANY_FRAME("ignoreAnyFrame") {

		@Override
		void check(String pattern) {
			SitePattern.of(pattern);
		}

		@Override
		Predicate<TimerLeak> matcher(String pattern) {
			SitePattern frames = SitePattern.of(pattern);
			return (leak) -> anyMatch(frames, leak.createdAt()) || anyMatch(frames, leak.runsAt());
		}

	};

	private final String option;

	LeakPart(String option) {
		this.option = option;
	}

	String option() {
		return this.option;
	}

	void check(String pattern) {
		if (pattern.isBlank()) {
			throw new IllegalArgumentException(this.option + " takes a name such as kafka-*, but it is empty");
		}
	}

	abstract Predicate<TimerLeak> matcher(String pattern);

	static boolean anyMatch(SitePattern frames, List<StackTraceElement> stack) {
		return stack.stream().anyMatch(frames::matches);
	}

}
