package io.timerscope.sample.storm;

import java.util.Arrays;

/** Counts what the customers see. Written by the crowd, read by whoever takes samples. */
final class Tally {

	private static final double NANOS_PER_MILLI = 1_000_000;

	/** Guarded by this, as the rest. */
	private long[] nanos = new long[1024];

	private int answers;

	private long placed;

	private long refused;

	private long failed;

	private int inFlight;

	synchronized void asked() {
		this.inFlight++;
	}

	synchronized void answered(long nanos) {
		this.inFlight--;
		if (this.answers == this.nanos.length) {
			this.nanos = Arrays.copyOf(this.nanos, this.answers * 2);
		}
		this.nanos[this.answers++] = nanos;
	}

	/** The connection ended, or the customer lost patience. */
	synchronized void unanswered() {
		this.inFlight--;
		this.failed++;
	}

	synchronized void placed() {
		this.placed++;
	}

	synchronized void refused() {
		this.refused++;
	}

	synchronized void failed() {
		this.failed++;
	}

	/** What was seen since the last call. */
	synchronized Sample.Load take() {
		long[] sorted = Arrays.copyOf(this.nanos, this.answers);
		Arrays.sort(sorted);
		this.answers = 0;
		return new Sample.Load(this.placed, this.refused, this.failed, this.inFlight, quantile(sorted, 0.5),
				quantile(sorted, 0.99));
	}

	private static double quantile(long[] sorted, double share) {
		return (sorted.length == 0) ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / NANOS_PER_MILLI;
	}

}
