package io.timerscope.benchmarks.cost;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param work what is done
 * @param of what is measured
 * @param over what it is divided by, or {@code null} if the time itself counts
 * @param target what should be reached, or {@code null} if it is only reported
 * @param ambition what would be better still, or {@code null}
 * @param atLeast whether more is better
 */
record Row(String work, Cell of, @Nullable Cell over, @Nullable Double target, @Nullable Double ambition,
		boolean atLeast) {

	static Row ratio(String work, Cell of, Cell over, double target, double ambition) {
		return new Row(work, of, over, target, ambition, false);
	}

	static Row report(String work, Cell of, Cell over) {
		return new Row(work, of, over, null, null, false);
	}

	/** Targets in nanoseconds. */
	static Row time(String work, Cell of, double target, double ambition) {
		return new Row(work, of, null, target, ambition, false);
	}

	Row moreIsBetter() {
		return new Row(this.work, this.of, this.over, this.target, this.ambition, true);
	}

	String verdict(double value) {
		if (this.target == null) {
			return "reported";
		}
		if (isReached(value, this.ambition)) {
			return "ambition";
		}
		return isReached(value, this.target) ? "met" : "**missed**";
	}

	private boolean isReached(double value, @Nullable Double limit) {
		return limit != null && (this.atLeast ? value >= limit : value <= limit);
	}

}
