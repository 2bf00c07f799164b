package io.timerscope.junit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Pauses that double from one millisecond up to a tenth of a second, until time is up.
 */
final class Pauses {

	private static final long FIRST_NANOS = 1_000_000;

	private static final long LONGEST_NANOS = 100_000_000;

	private final long deadlineNanos;

	private long nextNanos = FIRST_NANOS;

	Pauses(Duration total) {
		this.deadlineNanos = System.nanoTime() + total.toNanos();
	}

	/** Pauses; returns {@code false} at once when time is up. */
	boolean pause() {
		long left = this.deadlineNanos - System.nanoTime();
		if (left <= 0) {
			return false;
		}
		LockSupport.parkNanos(this, Math.min(left, this.nextNanos));
		this.nextNanos = Math.min(LONGEST_NANOS, this.nextNanos * 2);
		return true;
	}

}
