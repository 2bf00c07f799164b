package io.timerscope.outside;

import java.util.Locale;

/**
 * What runs a timer that is not tracked.
 *
 * @since 0.1.0
 */
public enum OutsideKind {

	/** A {@link java.util.concurrent.ScheduledExecutorService} of the JDK. */
	POOL,

	/** A {@link java.util.Timer}. */
	TIMER,

	/** A thread that sleeps between its own rounds. */
	THREAD;

	/**
	 * The word that users see.
	 * @return the lower-case name
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
