package io.timerscope;

import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * The counts of one site on one scheduler for one kind of owner: the smallest sum that
 * the ledger keeps. Written by every thread that schedules, runs or cancels; whoever
 * reads a sum must read the ends before the beginnings, see {@link Totals}.
 */
final class Line {

	final TaskTracker tracker;

	final Site site;

	final OwnerKind ownerKind;

	final RunSampling sampling = new RunSampling();

	// Made in an order in which no two that are written by different threads all the time
	// are neighbours in memory

	final LongAdder rejected = new LongAdder();

	final LongAdder leaked = new LongAdder();

	final LongAdder scheduled = new LongAdder();

	final LongAdder cancelled = new LongAdder();

	final LongAdder lost = new LongAdder();

	final LongAdder recovered = new LongAdder();

	final LongAdder completed = new LongAdder();

	final LongAdder failed = new LongAdder();

	final LongAdder running = new LongAdder();

	/**
	 * Of the completed tasks those whose run listeners have heard of, or that had none.
	 */
	final LongAdder told = new LongAdder();

	/** Further runs that nobody timed and no listener has heard of. */
	private final LongAdder untold = new LongAdder();

	/** Runs of completed tasks that listeners were told of together. */
	private long toldTogether;

	private volatile String untoldKind = "";

	private volatile @Nullable Schedule lastSchedule;

	Line(TaskTracker tracker, Site site, OwnerKind ownerKind) {
		this.tracker = tracker;
		this.site = site;
		this.ownerKind = ownerKind;
	}

	/** One object for equal schedules: most lines know only one period. */
	Schedule interned(Schedule schedule) {
		Schedule last = this.lastSchedule;
		if (last != null && schedule.equals(last)) {
			return last;
		}
		this.lastSchedule = schedule;
		return schedule;
	}

	/** Runs went untimed that show in no count of completed tasks. */
	void untold(long count, String kind) {
		untoldKind(kind);
		this.untold.add(count);
	}

	/** Takes note of what kind of task ran without being timed. */
	void untoldKind(String kind) {
		if (!kind.equals(this.untoldKind)) {
			this.untoldKind = kind;
		}
	}

	/**
	 * How many runs that nobody timed listeners have not heard of; they are about to.
	 * Called by the clock only.
	 */
	long takeUntold() {
		long completed = this.completed.sum(); // read before what it is told of, which is
												// counted first
		long together = Math.max(this.toldTogether, completed - this.told.sum());
		long runs = together - this.toldTogether + this.untold.sumThenReset();
		this.toldTogether = together;
		return runs;
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
