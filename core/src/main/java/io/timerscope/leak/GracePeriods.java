package io.timerscope.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

import io.timerscope.record.TaskOwner;
import io.timerscope.record.TaskRecord;

/**
 * Live tasks whose owner has ended and whose grace period runs. Written by the threads
 * that end owners, emptied by whoever asks what is due.
 */
final class GracePeriods {

	private static final int SMALL = 1024;

	private final PriorityQueue<Entry> entries = new PriorityQueue<>(
			(a, b) -> Long.signum(a.dueNanos() - b.dueNanos()));

	/** Guarded by this. */
	private int tidyAt = SMALL;

	private volatile boolean empty = true;

	synchronized void add(Entry entry) {
		if (this.entries.size() >= this.tidyAt) {
			this.entries.removeIf((it) -> !it.task().isLive());
			this.tidyAt = Math.max(SMALL, this.entries.size() * 2);
		}
		this.entries.add(entry);
		this.empty = false;
	}

	List<Entry> due(long nowNanos) {
		return this.empty ? List.of() : take(nowNanos);
	}

	private synchronized List<Entry> take(long nowNanos) {
		List<Entry> due = new ArrayList<>();
		Entry next = this.entries.peek();
		while (next != null && nowNanos - next.dueNanos() >= 0) {
			due.add(next);
			this.entries.poll();
			next = this.entries.peek();
		}
		this.empty = this.entries.isEmpty();
		return due;
	}

	/**
	 * One task to look at again.
	 *
	 * @param task the task
	 * @param ended the end that it must not outlive
	 * @param graceEndsNanos when the grace period is over by the clock
	 * @param dueNanos when to look; later if the process was held in between
	 */
	record Entry(TaskRecord task, TaskOwner.Ended ended, long graceEndsNanos, long dueNanos) {

		Entry until(long dueNanos) {
			return new Entry(this.task, this.ended, this.graceEndsNanos, dueNanos);
		}

	}

}
