package io.timerscope.clock;

import java.util.List;
import java.util.stream.Stream;

/**
 * Times in which nothing could run, because a debugger held the process or the machine
 * slept. They count for nobody's grace, lateness or run. Written by the clock, read by
 * any thread.
 */
public final class Pauses {

	private static final int KEPT = 8;

	private volatile List<Pause> pauses = List.of();

	private volatile boolean fresh;

	public void add(long fromNanos, long toNanos) {
		List<Pause> before = this.pauses;
		this.pauses = Stream
			.concat(before.stream().skip(Math.max(0, before.size() - KEPT + 1)),
					Stream.of(new Pause(fromNanos, toNanos)))
			.toList();
		this.fresh = true;
	}

	/** Whether there was a pause since this was last asked. */
	public boolean takeFresh() {
		boolean fresh = this.fresh;
		this.fresh = false;
		return fresh;
	}

	/** How much of a stretch of time was a pause. */
	public long during(long fromNanos, long toNanos) {
		long sum = 0;
		for (Pause pause : this.pauses) {
			long from = (pause.fromNanos() - fromNanos > 0) ? pause.fromNanos() : fromNanos;
			long to = (pause.toNanos() - toNanos < 0) ? pause.toNanos() : toNanos;
			sum += Math.max(0, to - from);
		}
		return sum;
	}

	/** How long a stretch of time was without its pauses. */
	public long awake(long fromNanos, long toNanos) {
		return toNanos - fromNanos - during(fromNanos, toNanos);
	}

	private record Pause(long fromNanos, long toNanos) {
	}

}
