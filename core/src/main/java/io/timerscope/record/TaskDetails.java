package io.timerscope.record;

import java.lang.ref.WeakReference;
import java.util.concurrent.Future;

import io.timerscope.Schedule;
import org.jspecify.annotations.Nullable;

/** What is known of a task beyond where, for whom and in what state it is. */
public final class TaskDetails extends UntimedRuns {

	/** No end was noted. */
	static final long UNKNOWN = Long.MIN_VALUE;

	private final String thread;

	private final Schedule schedule;

	private final long createdNanos;

	private volatile @Nullable RunLog log;

	private volatile @Nullable Rarely rarely;

	private volatile long endedNanos = UNKNOWN;

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

	public Schedule schedule() {
		return this.schedule;
	}

	public long createdNanos() {
		return this.createdNanos;
	}

	public @Nullable RunLog log() {
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

	TaskRecord.@Nullable LeakedSince leakedSince() {
		Rarely rarely = this.rarely;
		return (rarely == null) ? null : rarely.leakedSince;
	}

	synchronized void leakedSince(TaskRecord.@Nullable LeakedSince leakedSince) {
		rarely().leakedSince = leakedSince;
	}

	/** Guarded by this. */
	private Rarely rarely() {
		Rarely rarely = this.rarely;
		if (rarely == null) {
			rarely = new Rarely();
			this.rarely = rarely;
		}
		return rarely;
	}

	/** When the task ended, or {@link #UNKNOWN}. */
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
		if (reference instanceof WatchedFuture) {
			WatchedFuture.clear(reference);
			this.reference = null;
		}
	}

	/** How many untimed runs listeners have not heard of; they are about to. */
	synchronized long takeUnreportedRuns() {
		long runs = untimedRuns();
		Rarely rarely = rarely();
		long unreported = runs - rarely.reportedRuns;
		rarely.reportedRuns = runs;
		return unreported;
	}

	/** What few tasks have, so that the others need no room for it. */
	private static final class Rarely {

		private volatile TaskRecord.@Nullable LeakedSince leakedSince;

		/** Untimed runs that listeners know of; guarded by the details. */
		private long reportedRuns;

	}

}
