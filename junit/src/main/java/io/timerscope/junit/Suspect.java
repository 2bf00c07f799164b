package io.timerscope.junit;

/**
 * A leak in the making: what it is, and how to end it.
 *
 * @param identity equal for the same thing in two findings
 * @param leak in words
 * @param end ends it as far as possible
 */
record Suspect(Object identity, TimerLeak leak, Runnable end) {

	/** A thread that nobody saw being made, so that it may belong to anybody. */
	boolean isOfUnknownOrigin() {
		return this.leak.kind() == TimerLeak.Kind.THREAD && this.leak.site() == null;
	}

}
