package io.timerscope.benchmarks.cost;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a number should be.
 *
 * @param target what should be reached, or {@code null} if the number is only reported
 * @param ambition what would be better still, or {@code null}
 * @param atLeast whether more is better
 */
record Limits(@Nullable Double target, @Nullable Double ambition, boolean atLeast) {

	static final Limits NONE = new Limits(null, null, false);

	static Limits atMost(double target) {
		return new Limits(target, null, false);
	}

	static Limits atMost(double target, double ambition) {
		return new Limits(target, ambition, false);
	}

	static Limits atLeast(double target, double ambition) {
		return new Limits(target, ambition, true);
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

	String targetText() {
		return text(this.target);
	}

	String ambitionText() {
		return text(this.ambition);
	}

	private String text(@Nullable Double limit) {
		if (limit == null) {
			return "–";
		}
		String number = (limit == Math.rint(limit)) ? String.format(Locale.ROOT, "%,.0f", limit) : limit.toString();
		return (this.atLeast ? "≥ " : "≤ ") + number;
	}

}
