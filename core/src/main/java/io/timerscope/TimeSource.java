package io.timerscope;

import java.time.Instant;

/**
 * Where the ledger takes its time from. Nanoseconds are for arithmetic, instants are for
 * people; both are read by any thread.
 *
 * @since 0.1.0
 */
public interface TimeSource {

	/**
	 * A reading in nanoseconds from an arbitrary origin, as {@link System#nanoTime()}.
	 * @return the reading; only differences between two readings mean anything
	 */
	long nanos();

	/**
	 * The wall clock.
	 * @return the current instant
	 */
	Instant now();

	/**
	 * The time of this machine.
	 * @return a source that reads {@link System#nanoTime()} and {@link Instant#now()}
	 */
	static TimeSource system() {
		return SystemTime.INSTANCE;
	}

}
