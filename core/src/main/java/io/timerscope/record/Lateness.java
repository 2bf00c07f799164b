package io.timerscope.record;

import java.time.Duration;

import io.timerscope.Site;
import org.jspecify.annotations.Nullable;

/**
 * How late runs start on one scheduler and how long they take, over all time and since
 * the last sample. Writers may race; a reading is a hint.
 */
public final class Lateness {

	private volatile long lastNanos;

	private volatile long maxNanos;

	private volatile long windowNanos;

	private volatile long forgivenUntilNanos;

	private volatile boolean forgiving;

	private volatile @Nullable Longest longest;

	private volatile @Nullable String thread;

	private volatile Sample sample = new Sample(0, null);

	/**
	 * A run has started.
	 * @param waitedNanos the part of its lateness for which the task itself is not to
	 * blame
	 */
	void started(long latenessNanos, long waitedNanos, long startedNanos, String thread) {
		this.thread = thread;
		this.lastNanos = latenessNanos;
		if (latenessNanos > this.maxNanos) {
			this.maxNanos = latenessNanos;
		}
		if (waitedNanos > this.windowNanos && !isForgiven(startedNanos - latenessNanos)) {
			this.windowNanos = waitedNanos;
		}
	}

	void ended(long durationNanos, Site site) {
		Longest longest = this.longest;
		if (longest == null || durationNanos > longest.durationNanos()) {
			this.longest = new Longest(site, durationNanos);
		}
	}

	/** What was due before a pause ended is nobody's fault. */
	public void forgive(long untilNanos) {
		this.forgivenUntilNanos = untilNanos;
		this.forgiving = true;
		this.windowNanos = 0;
	}

	private boolean isForgiven(long dueNanos) {
		return this.forgiving && dueNanos - this.forgivenUntilNanos < 0;
	}

	/** Closes the window and opens the next. */
	public void sample() {
		this.sample = new Sample(this.windowNanos, this.longest);
		this.windowNanos = 0;
		this.longest = null;
	}

	public Sample lastSample() {
		return this.sample;
	}

	/** The name of the thread that started a run last. */
	public @Nullable String thread() {
		return this.thread;
	}

	public Duration last() {
		return Duration.ofNanos(this.lastNanos);
	}

	public Duration max() {
		return Duration.ofNanos(this.maxNanos);
	}

	/** The longest run that ended in a window. */
	public record Longest(Site site, long durationNanos) {
	}

	/** One window: the latest start, and the longest run that ended. */
	public record Sample(long latenessNanos, @Nullable Longest longest) {
	}

}
