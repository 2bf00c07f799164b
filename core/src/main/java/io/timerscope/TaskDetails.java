package io.timerscope;

import java.lang.ref.WeakReference;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/** What is known of a task beyond where, for whom and in what state it is. */
final class TaskDetails {

	private final String thread;

	private final Schedule schedule;

	private final long createdNanos;

	private volatile @Nullable RunLog log;

	private volatile LiveTask.@Nullable LeakedSince leakedSince;

	private volatile long endedNanos;

	/**
	 * While a periodic task lives, the future that its caller was given; once a task is
	 * cancelled and the queue does not remove it, the scheduler's future.
	 */
	private volatile @Nullable WeakReference<Future<?>> reference;

	TaskDetails(String thread, Schedule schedule, long createdNanos) {
		this.thread = thread;
		this.schedule = schedule;
		this.createdNanos = createdNanos;
	}

	/** The name of the thread that scheduled the task. */
	String thread() {
		return this.thread;
	}

	Schedule schedule() {
		return this.schedule;
	}

	long createdNanos() {
		return this.createdNanos;
	}

	@Nullable RunLog log() {
		return this.log;
	}

	RunLog openLog(long firstDueNanos) {
		RunLog log = this.log;
		if (log == null) {
			synchronized (this) {
				log = this.log;
				if (log == null) {
					log = new RunLog(firstDueNanos);
					this.log = log;
				}
			}
		}
		return log;
	}

	LiveTask.@Nullable LeakedSince leakedSince() {
		return this.leakedSince;
	}

	void leakedSince(LiveTask.@Nullable LeakedSince leakedSince) {
		this.leakedSince = leakedSince;
	}

	long endedNanos() {
		return this.endedNanos;
	}

	void endedNanos(long endedNanos) {
		this.endedNanos = endedNanos;
	}

	@Nullable WeakReference<Future<?>> reference() {
		return this.reference;
	}

	void reference(WeakReference<Future<?>> reference) {
		this.reference = reference;
	}

	void letGoOfHandle() {
		WeakReference<Future<?>> reference = this.reference;
		if (reference instanceof HandleWatch.Handle) {
			HandleWatch.Handle.clear(reference);
			this.reference = null;
		}
	}

}
