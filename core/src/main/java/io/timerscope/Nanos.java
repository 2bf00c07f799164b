package io.timerscope;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Durations in nanoseconds, also those that mean never. */
public final class Nanos {

	/** Some seventy years, which no clock of the JVM wraps around in. */
	static final long FAR = Long.MAX_VALUE / 4;

	private Nanos() {
	}

	/**
	 * A duration that can be added to a reading of the clock.
	 * @return never more than {@link #FAR}
	 */
	public static long of(Duration duration) {
		return Math.min(TimeUnit.NANOSECONDS.convert(duration), FAR);
	}

}
