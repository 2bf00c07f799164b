package io.timerscope;

import java.time.Instant;

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
		this.tracker.triggerNamed(this.live, next, null);
	}

	/**
	 * The trigger named a time, by another clock than the ledger's.
	 * @param next the time of the next run
	 * @param now the current time by the same clock
	 */
	public void next(Instant next, Instant now) {
		this.tracker.triggerNamed(this.live, next, now);
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
