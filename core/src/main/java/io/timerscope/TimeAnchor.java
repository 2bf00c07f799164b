package io.timerscope;

import java.time.Duration;
import java.time.Instant;

/**
 * Turns nanosecond readings into instants. One pair of readings is kept, so that the same
 * reading always gives the same instant; it is taken anew only when the two clocks have
 * drifted apart, as they do while a machine is suspended.
 */
final class TimeAnchor {

	private static final Duration TOLERATED_DRIFT = Duration.ofMillis(500);

	private final TimeSource time;

	private volatile Pair pair;

	TimeAnchor(TimeSource time) {
		this.time = time;
		this.pair = new Pair(time.nanos(), time.now());
	}

	Instant instantOf(long nanos) {
		Pair anchor = this.pair;
		return anchor.instant().plusNanos(nanos - anchor.nanos());
	}

	void correct() {
		Pair fresh = new Pair(this.time.nanos(), this.time.now());
		Duration drift = Duration.between(instantOf(fresh.nanos()), fresh.instant()).abs();
		if (drift.compareTo(TOLERATED_DRIFT) > 0) {
			this.pair = fresh;
		}
	}

	private record Pair(long nanos, Instant instant) {
	}

}
