package io.timerscope.clock;

import java.time.Duration;
import java.time.Instant;

import io.timerscope.TimeSource;

/**
 * The time of one ledger: readings in nanoseconds, and the instants that they stand for.
 * One pair of readings is kept, so that the same reading always gives the same instant;
 * it is taken anew only when the two clocks have drifted apart, as they do while a
 * machine is suspended. May be read by any thread.
 */
public final class LedgerClock {

	private static final Duration TOLERATED_DRIFT = Duration.ofMillis(500);

	private final TimeSource source;

	private final Pauses pauses = new Pauses();

	private volatile Pair pair;

	public LedgerClock(TimeSource source) {
		this.source = source;
		this.pair = new Pair(source.nanos(), source.now());
	}

	public TimeSource source() {
		return this.source;
	}

	/**
	 * Whether the pool's clock is ours, so that the pool can be asked for times later.
	 */
	public boolean isSystem() {
		return this.source == TimeSource.system();
	}

	public long nanos() {
		return this.source.nanos();
	}

	/** The wall clock, as it was last read by itself. */
	public Instant wallClock() {
		return this.source.now();
	}

	public Instant instantOf(long nanos) {
		Pair anchor = this.pair;
		return anchor.instant().plusNanos(nanos - anchor.nanos());
	}

	/** Times in which nothing could run. */
	public Pauses pauses() {
		return this.pauses;
	}

	/** Called by the application's clock, now and then. */
	public void correct() {
		Pair fresh = new Pair(this.source.nanos(), this.source.now());
		Duration drift = Duration.between(instantOf(fresh.nanos()), fresh.instant()).abs();
		if (drift.compareTo(TOLERATED_DRIFT) > 0) {
			this.pair = fresh;
		}
	}

	private record Pair(long nanos, Instant instant) {
	}

}
