package io.timerscope;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Tells the ledger what the trigger of one task answers. Called by the thread that asks
 * the trigger.
 *
 * @since 0.1.0
 */
public final class TriggerWatch {

	private final TaskTracker tracker;

	private final LiveTask live;

	TriggerWatch(TaskTracker tracker, LiveTask live) {
		this.tracker = tracker;
		this.live = live;
	}

	/**
	 * The trigger named a time.
	 * @param next the time of the next run
	 */
	public void next(Instant next) {
		this.tracker.triggerNamed(this.live, next, null, null);
	}

	/**
	 * The trigger named a time, by another clock than the ledger's.
	 * @param next the time of the next run
	 * @param now the current time by the same clock
	 */
	public void next(Instant next, Instant now) {
		next(next, null, now);
	}

	/**
	 * The trigger named a time, and it is known which one it would name then.
	 * @param next the time of the next run
	 * @param following the time of the run after that, or {@code null} if there is none
	 * or if it is not known yet
	 * @param now the current time by the same clock
	 */
	public void next(Instant next, @Nullable Instant following, Instant now) {
		this.tracker.triggerNamed(this.live, next, following, now);
	}

	/** The trigger has no further time: the task is completed. */
	public void exhausted() {
		this.tracker.triggerEnded(this.live, null);
	}

	/**
	 * The trigger threw: the task is dead, and nobody logs it.
	 * @param failure what it threw
	 */
	public void failed(Throwable failure) {
		this.tracker.triggerEnded(this.live, failure);
	}

}
