package io.timerscope.record;

/**
 * Which runs of a site read the clock. Where a site runs often and each run is brief,
 * about a hundred timed runs per second stand for the others. A site that runs seldom has
 * each of its runs timed. Racy on purpose: what is lost is one reading of the clock.
 */
final class RunSampling {

	private static final long BRIEF_NANOS = 10_000;

	private static final int TIMED_AT_FIRST = 64;

	private static final long PACE_NANOS = 10_000_000;

	private static final int MAX_GAP = 1023;

	/** Runs that go untimed before the next one is timed. */
	private int left;

	/** Runs that go untimed between two that are timed. */
	private int gap;

	private int briefInARow;

	private long lastStartNanos;

	private volatile long lastNanos;

	/**
	 * Whether the run that starts now is so surely brief that the clock is not read. Uses
	 * up one of the runs that may go untimed.
	 */
	boolean trySkipClock() {
		int left = this.left;
		if (left <= 0) {
			return false;
		}
		this.left = left - 1;
		return true;
	}

	/** Once per tick a run is timed, so that a site which runs seldom has a pace too. */
	void timeNext() {
		this.left = 0;
	}

	/** A run was timed. */
	void timed(long startedNanos, long durationNanos) {
		if (durationNanos >= BRIEF_NANOS) {
			notBrief();
			return;
		}
		this.lastNanos = durationNanos;
		if (this.briefInARow < TIMED_AT_FIRST) {
			this.briefInARow++;
		}
		else {
			this.gap = nextGap(startedNanos - this.lastStartNanos);
			this.left = this.gap;
		}
		this.lastStartNanos = startedNanos;
	}

	/** As many runs as fit between two that are timed, and no sudden change of mind. */
	private int nextGap(long sinceNanos) {
		int most = Math.min(2 * this.gap + 1, MAX_GAP);
		return (int) Math.min(most, (this.gap + 1) * PACE_NANOS / Math.max(1, sinceNanos));
	}

	/** A run took longer than any that is not timed may. */
	void notBrief() {
		this.gap = 0;
		this.left = 0;
		this.briefInARow = 0;
	}

	/** Duration of the last brief run that was timed. */
	long lastNanos() {
		return this.lastNanos;
	}

}
