package io.timerscope;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/** What is known of a task beyond where, for whom and in what state it is. */
final class TaskDetails {

	private static final VarHandle RUNNER;

	private static final VarHandle SEEN;

	private static final VarHandle UNTIMED;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			RUNNER = lookup.findVarHandle(TaskDetails.class, "runner", Thread.class);
			SEEN = lookup.findVarHandle(TaskDetails.class, "seen", ActiveRun.class);
			UNTIMED = lookup.findVarHandle(TaskDetails.class, "untimedRuns", long.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

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

	/** The thread of a run that is not timed. */
	private volatile @Nullable Thread runner;

	/** That run, once the clock has seen it under way. */
	private volatile @Nullable ActiveRun seen;

	/** Written by the one thread that runs the task. */
	private long untimedRuns;

	/** Those of them that the log has caught up with; written by the same thread. */
	private long loggedRuns;

	/** Those of them that listeners know of; guarded by this. */
	private long toldRuns;

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

	@Nullable Thread runner() {
		return this.runner;
	}

	void runner(@Nullable Thread runner) {
		if (runner == null) {
			this.runner = null; // and see what the clock may have seen in this moment
		}
		else {
			RUNNER.setRelease(this, runner);
		}
	}

	void untimedRun() {
		UNTIMED.setOpaque(this, this.untimedRuns + 1);
	}

	long untimedRuns() {
		return (long) UNTIMED.getOpaque(this);
	}

	/** Runs that nobody timed since the last one that was. */
	long unloggedRuns() {
		return untimedRuns() - this.loggedRuns;
	}

	void logUntimedRuns() {
		this.loggedRuns = this.untimedRuns;
	}

	/** How many untimed runs listeners have not heard of; they are about to. */
	synchronized long takeUntoldRuns() {
		long runs = untimedRuns();
		long untold = runs - this.toldRuns;
		this.toldRuns = runs;
		return untold;
	}

	/** The run that is not timed, as of the first time that the clock sees it. */
	@Nullable ActiveRun see(long nowNanos, Line line) {
		ActiveRun seen = this.seen;
		Thread runner = this.runner;
		if (seen != null || runner == null) {
			return seen;
		}
		seen = new ActiveRun(runner, nowNanos, 0);
		if (SEEN.compareAndSet(this, null, seen)) {
			line.notBrief();
			line.running.increment();
			if (this.runner == null) {
				unsee(line);
			}
		}
		return seen;
	}

	@Nullable ActiveRun seen() {
		return this.seen;
	}

	/** Returns the run, if the clock had seen it. */
	@Nullable ActiveRun unsee(Line line) {
		ActiveRun seen = (this.seen == null) ? null : (ActiveRun) SEEN.getAndSet(this, null);
		if (seen != null) {
			line.running.decrement();
		}
		return seen;
	}

}
