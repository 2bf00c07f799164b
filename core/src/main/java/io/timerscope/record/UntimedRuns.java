package io.timerscope.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ForkJoinWorkerThread;

import org.jspecify.annotations.Nullable;

/**
 * The runs of one task that are not timed: their number, the thread of the one under way,
 * and since when somebody has seen it. The thread that runs the task writes without a
 * lock; readers may come at any time.
 */
abstract sealed class UntimedRuns permits TaskDetails {

	private static final VarHandle RUNNER;

	private static final VarHandle SEEN;

	private static final VarHandle STEPS;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			RUNNER = lookup.findVarHandle(UntimedRuns.class, "runner", Object[].class);
			SEEN = lookup.findVarHandle(UntimedRuns.class, "seen", ActiveRun.class);
			STEPS = lookup.findVarHandle(UntimedRuns.class, "steps", long.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	/**
	 * The slots of the thread that ran the task last without being timed; written when it
	 * is another one.
	 */
	private @Nullable Object @Nullable [] runner;

	/**
	 * Starts and ends of runs that are not timed: odd while one is under way. Written by
	 * the one thread that runs the task.
	 */
	private long steps;

	/** Such a run, once somebody has met it under way. */
	@SuppressWarnings("unused") // through SEEN
	private @Nullable ActiveRun seen;

	/**
	 * The slots of this thread, if it ran the task last. A worker of a
	 * {@link java.util.concurrent.ForkJoinPool} may have forgotten its thread-locals
	 * since.
	 */
	@Nullable Object @Nullable [] ownSlots() {
		@Nullable Object[] slots = this.runner;
		Thread thread = Thread.currentThread();
		return (ThreadContext.thread(slots) == thread && !(thread instanceof ForkJoinWorkerThread)) ? slots : null;
	}

	/** A run starts that is not timed. A pool that runs it twice at once is forgiven. */
	void untimedRunStarts(@Nullable Object[] slots) {
		if (this.runner != slots) {
			RUNNER.setRelease(this, slots);
		}
		STEPS.setRelease(this, this.steps | 1);
	}

	/**
	 * A run is over that was not timed.
	 * @param logged whether it goes into the log after all, and not into the count of
	 * those that do not
	 * @return the run, if somebody has met it under way; then it goes into the log too
	 */
	@Nullable ActiveRun untimedRunEnds(boolean logged, SiteCounts counts) {
		long step = this.steps | 1;
		STEPS.setRelease(this, logged ? step - 1 : step + 1);
		if (SEEN.getOpaque(this) == null) {
			return null;
		}
		ActiveRun seen = unsee(counts);
		if (seen == null || seen.step() != step) {
			return null;
		}
		STEPS.setRelease(this, step - 1);
		return seen;
	}

	private long steps() {
		return (long) STEPS.getAcquire(this);
	}

	/** The thread of the run under way that is not timed, or {@code null}. */
	@Nullable Thread runner() {
		return ((steps() & 1) == 0) ? null : ThreadContext.thread((@Nullable Object[]) RUNNER.getAcquire(this));
	}

	/** Runs that are over and were not timed. */
	public long untimedRuns() {
		return steps() >> 1;
	}

	/** Lets go of the thread, once the task has ended. */
	void letGoOfRunner() {
		RUNNER.setRelease(this, null);
	}

	/**
	 * Notes a run that is not timed, as of the first time that somebody meets it. The run
	 * may end in this very moment without a look at what is noted here; a note that is
	 * not of the present step is stale.
	 */
	@Nullable ActiveRun see(Thread runner, long nowNanos, SiteCounts counts) {
		long step = steps();
		ActiveRun before = seen();
		if (before != null && before.step() == step) {
			return before;
		}
		ActiveRun seen = ActiveRun.seen(runner, nowNanos, step);
		if (!SEEN.compareAndSet(this, before, seen)) {
			return null;
		}
		counts.sampling.notBrief();
		if (before == null) {
			counts.beginsToRun();
		}
		return seen;
	}

	/** The run that somebody has met, if it is of the present step. */
	@Nullable ActiveRun stillSeen() {
		ActiveRun seen = seen();
		return (seen != null && seen.step() == steps()) ? seen : null;
	}

	boolean hasSeen() {
		return SEEN.getOpaque(this) != null;
	}

	private @Nullable ActiveRun seen() {
		return (ActiveRun) SEEN.getVolatile(this);
	}

	/** Returns the run, if somebody had met it. */
	@Nullable ActiveRun unsee(SiteCounts counts) {
		ActiveRun seen = (ActiveRun) SEEN.getAndSet(this, null);
		if (seen != null) {
			counts.runsNoMore();
		}
		return seen;
	}

}
