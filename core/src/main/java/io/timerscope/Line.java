package io.timerscope;

import java.util.concurrent.atomic.LongAdder;

/**
 * The counts of one site on one scheduler for one kind of owner: the smallest sum that
 * the ledger keeps. Written by every thread that schedules, runs or cancels; whoever
 * reads a sum must read the ends before the beginnings, see {@link Totals}.
 */
final class Line {

	private static final long BRIEF_NANOS = 10_000;

	private static final int TIMED_AT_FIRST = 64;

	private static final int TIMED_THEN = 64;

	final TaskTracker tracker;

	final Site site;

	final OwnerKind ownerKind;

	final LongAdder scheduled = new LongAdder();

	final LongAdder completed = new LongAdder();

	final LongAdder failed = new LongAdder();

	final LongAdder cancelled = new LongAdder();

	final LongAdder lost = new LongAdder();

	final LongAdder rejected = new LongAdder();

	final LongAdder running = new LongAdder();

	final LongAdder leaked = new LongAdder();

	final LongAdder recovered = new LongAdder();

	/** Runs that nobody timed and no listener has heard of. */
	final LongAdder untold = new LongAdder();

	/** Racy like the rest of the sampling: what is lost is one reading of the clock. */
	private int runs;

	private boolean brief;

	private boolean timesNext;

	private volatile long lastNanos;

	private volatile String untoldKind = "";

	Line(TaskTracker tracker, Site site, OwnerKind ownerKind) {
		this.tracker = tracker;
		this.site = site;
		this.ownerKind = ownerKind;
	}

	/** Whether the run that starts now is so surely brief that the clock is not read. */
	boolean skipsClock() {
		if (!this.brief || (++this.runs % TIMED_THEN) == 0) {
			return false;
		}
		if (this.timesNext) {
			this.timesNext = false;
			return false;
		}
		return true;
	}

	/** Once per tick a run is timed, so that a line which runs seldom has a pace too. */
	void timeNext() {
		this.timesNext = true;
	}

	/** A run was timed. */
	void timed(long durationNanos) {
		if (durationNanos >= BRIEF_NANOS) {
			notBrief();
			return;
		}
		this.lastNanos = durationNanos;
		if (!this.brief) {
			this.brief = ++this.runs > TIMED_AT_FIRST;
		}
	}

	/** A run took longer than any that is not timed may. */
	void notBrief() {
		this.brief = false;
		this.runs = 0;
	}

	/** Duration of the last brief run that was timed. */
	long lastNanos() {
		return this.lastNanos;
	}

	void untold(long count, String kind) {
		if (!kind.equals(this.untoldKind)) {
			this.untoldKind = kind;
		}
		this.untold.add(count);
	}

	String untoldKind() {
		return this.untoldKind;
	}

	LongAdder ends(TaskState end) {
		return switch (end) {
			case COMPLETED -> this.completed;
			case FAILED -> this.failed;
			case CANCELLED -> this.cancelled;
			case LOST -> this.lost;
			case REJECTED -> this.rejected;
			case WAITING, RUNNING -> throw new IllegalArgumentException(end + " is no end");
		};
	}

	Totals totals() {
		long completed = this.completed.sum();
		long failed = this.failed.sum();
		long cancelled = this.cancelled.sum();
		long lost = this.lost.sum();
		long leaked = this.leaked.sum();
		long running = this.running.sum();
		long ended = completed + failed + cancelled + lost;
		// a task can end before the thread that scheduled it has counted it
		long live = Math.max(0, this.scheduled.sum() - ended);
		return new Totals(live + ended, live, clamp(running, live), clamp(leaked, live), 0, completed, failed,
				cancelled, this.rejected.sum(), lost, this.recovered.sum());
	}

	private static long clamp(long part, long whole) {
		return Math.max(0, Math.min(part, whole));
	}

}
