package io.timerscope.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.LongAdder;

import io.timerscope.TaskState;
import io.timerscope.Totals;

/**
 * Counts of tasks, written by every thread that schedules, runs or cancels. Whoever reads
 * a sum must read the ends before the beginnings, see {@link Totals}.
 * <p>
 * Most of many counts stand still between two readings. The first change after a reading
 * is announced, so that the next reading costs what has changed and no more.
 */
abstract sealed class TaskCounts permits SiteCounts {

	private static final VarHandle CHANGED;

	static {
		try {
			CHANGED = MethodHandles.lookup().findVarHandle(TaskCounts.class, "changed", boolean.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	// Made in an order in which no two that are written by different threads all the time
	// are neighbours in memory

	private final LongAdder rejected = new LongAdder();

	private final LongAdder leaked = new LongAdder();

	private final LongAdder outlived = new LongAdder();

	private final LongAdder scheduled = new LongAdder();

	private final LongAdder cancelled = new LongAdder();

	private final LongAdder lost = new LongAdder();

	private final LongAdder recovered = new LongAdder();

	private final LongAdder completed = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final LongAdder running = new LongAdder();

	private volatile boolean changed;

	/** Called by the thread of the first change after a reading. */
	abstract void announceChange();

	/** The scheduler took a task. */
	final void scheduled() {
		this.scheduled.increment();
		changed();
	}

	/** A call was refused. */
	public final void rejected() {
		this.rejected.increment();
		changed();
	}

	/** A task ended. */
	final void ended(TaskState end) {
		switch (end) {
			case COMPLETED -> this.completed.increment();
			case FAILED -> this.failed.increment();
			case CANCELLED -> this.cancelled.increment();
			case LOST -> this.lost.increment();
			case REJECTED -> this.rejected.increment();
			case WAITING, RUNNING -> throw new IllegalArgumentException(end + " is no end");
		}
		changed();
	}

	/** A task begins to run, as far as that is counted. */
	final void beginsToRun() {
		this.running.increment();
		changed();
	}

	/** A task that was counted as running does not run any more. */
	final void runsNoMore() {
		this.running.decrement();
		changed();
	}

	/** A task goes on although its owner has ended and the grace period is over. */
	public final void outlived() {
		this.outlived.increment();
		changed();
	}

	/** A task that had outlived its owner has ended. */
	final void outlivedNoMore() {
		this.outlived.decrement();
		changed();
	}

	/** What was taken for a leak is none. */
	public final void leakedNoMore() {
		this.leaked.decrement();
		changed();
	}

	/** A task became a leak. */
	public final void leaked() {
		this.leaked.increment();
		changed();
	}

	/** A task that was a leak has ended. */
	public final void recovered() {
		this.leaked.decrement();
		this.recovered.increment();
		changed();
	}

	/** Tasks that ran to their end. */
	final long completed() {
		return this.completed.sum();
	}

	private void changed() {
		if (!this.changed && CHANGED.compareAndSet(this, false, true)) {
			announceChange();
		}
	}

	/** Reads the counts; a change from now on is announced. */
	final Totals read() {
		this.changed = false; // first, so that no change is missed
		long completed = this.completed.sum();
		long failed = this.failed.sum();
		long cancelled = this.cancelled.sum();
		long lost = this.lost.sum();
		long leaked = this.leaked.sum();
		long outlived = this.outlived.sum();
		long running = this.running.sum();
		long ended = completed + failed + cancelled + lost;
		// a task can end before the thread that scheduled it has counted it
		long live = Math.max(0, this.scheduled.sum() - ended);
		return new Totals(live + ended, live, clamp(running, live), clamp(outlived, live), clamp(leaked, live), 0,
				completed, failed, cancelled, this.rejected.sum(), lost, this.recovered.sum());
	}

	private static long clamp(long part, long whole) {
		return Math.max(0, Math.min(part, whole));
	}

}
