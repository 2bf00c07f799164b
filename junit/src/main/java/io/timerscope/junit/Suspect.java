package io.timerscope.junit;

/**
 * A leak in the making: what it is, and how to end it.
 *
 * @param identity equal for the same thing in two findings
 * @param leak in words
 * @param end ends it as far as possible
 */
record Suspect(Object identity, TimerLeak leak, Runnable end) {

	boolean isThread() {
		return this.leak.kind() == TimerLeak.Kind.THREAD;
	}

}
