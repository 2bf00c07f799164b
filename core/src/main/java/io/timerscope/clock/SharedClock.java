package io.timerscope.clock;

import io.timerscope.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the clock for what happens to tasks, such as that they end. Where sixteen such
 * events follow each other within a millisecond the next ones share a reading, as long as
 * somebody looks in every twenty milliseconds and ends that once the burst is over, so
 * that none is further off than about that. Any thread may ask.
 */
public final class SharedClock {

	/** A burst is over when nothing has happened for as long. */
	private static final long LOOK_NANOS = 20_000_000;

	private static final int SHARED = 16;

	private static final long BURST_NANOS = 1_000_000;

	private final TimeSource time;

	private volatile @Nullable Runnable onBurst;

	private volatile boolean burst;

	private volatile long lastNanos;

	public SharedClock(TimeSource time) {
		this.time = time;
	}

	/** Only while there is somebody to tell are readings shared. */
	public void onBurst(@Nullable Runnable onBurst) {
		this.burst = false;
		this.onBurst = onBurst;
	}

	/**
	 * The time of one more event.
	 * @param number counts events
	 * @return nanoseconds of the time source
	 */
	public long nanos(long number) {
		boolean first = number % SHARED == 0;
		if (this.burst && !first && this.onBurst != null) {
			return this.lastNanos;
		}
		long now = this.time.nanos();
		if (first) {
			read(now);
		}
		return now;
	}

	private void read(long now) {
		boolean close = now - this.lastNanos < BURST_NANOS;
		this.lastNanos = now;
		Runnable onBurst = this.onBurst;
		if (close && !this.burst && onBurst != null) {
			this.burst = true;
			onBurst.run();
		}
	}

	/** Returns whether the burst goes on, so that somebody should look in again. */
	public boolean look() {
		if (this.burst && this.time.nanos() - this.lastNanos > LOOK_NANOS) {
			this.burst = false;
		}
		return this.burst;
	}

}
