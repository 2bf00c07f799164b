package io.timerscope.record;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A run under way; known by its identity. */
public final class ActiveRun {

	/** Stands in for each run that is not timed, and holds no thread. */
	static final ActiveRun UNTIMED = new ActiveRun(null, 0, 0, 0, 0);

	private final @Nullable Thread thread;

	private final long startedNanos;

	private final long latenessNanos;

	private final long periodNanos;

	private final long step;

	private ActiveRun(@Nullable Thread thread, long startedNanos, long latenessNanos, long periodNanos, long step) {
		this.thread = thread;
		this.startedNanos = startedNanos;
		this.latenessNanos = latenessNanos;
		this.periodNanos = periodNanos;
		this.step = step;
	}

	/**
	 * A run that is timed.
	 * @param periodNanos the time from this start to the next, zero where there is none
	 */
	static ActiveRun timed(Thread thread, long startedNanos, long latenessNanos, long periodNanos) {
		return new ActiveRun(thread, startedNanos, latenessNanos, periodNanos, 0);
	}

	/**
	 * A run that is not timed and was met under way.
	 * @param step tells which run of its task it is
	 */
	static ActiveRun seen(Thread thread, long seenNanos, long step) {
		return new ActiveRun(thread, seenNanos, 0, 0, step);
	}

	public Thread thread() {
		return Objects.requireNonNull(this.thread);
	}

	public long startedNanos() {
		return this.startedNanos;
	}

	/** How long it may take so that the next can start in time; zero for ever. */
	long periodNanos() {
		return this.periodNanos;
	}

	/** Which run of its task it is, where it is not timed. */
	long step() {
		return this.step;
	}

	/** How long after its due time it started. */
	long latenessNanos() {
		return this.latenessNanos;
	}

}
