package io.timerscope.fleet;

import org.jspecify.annotations.Nullable;

/** What came of asking one instance. */
sealed interface Outcome {

	Target target();

	/**
	 * It answered.
	 *
	 * @param target who
	 * @param answer what
	 * @param profile its profile, where that was wanted and given
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Answered(Target target, TimersAnswer answer, byte @Nullable [] profile) implements Outcome {
	}

	/**
	 * It said nothing of use.
	 *
	 * @param target who
	 * @param why why
	 * @param detail the same, more exactly
	 */
	record Silent(Target target, Silence why, String detail) implements Outcome {
	}

}
