package io.timerscope;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The record of one task, and the only class with a state. Every change of state is a
 * compare-and-set that exactly one thread wins; the winner does the counting. Several
 * sides may try to end one task: the run that returns, the cancel of that very run (which
 * succeeds although the run completes), the owner's end, the clock that finds the pool
 * gone.
 * <p>
 * The state word holds the phase, the reason of a leak, whether a cancel is under way,
 * and the number of runs under way, which can exceed one where runs overlap.
 * <p>
 * An ended record keeps words and numbers only: the task, its future and its payload are
 * let go.
 */
sealed class LiveTask permits OneShot {

	private static final VarHandle STATE;

	private static final VarHandle WORK;

	private static final VarHandle FUTURE;

	private static final VarHandle DETAILS;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			STATE = lookup.findVarHandle(LiveTask.class, "state", int.class);
			WORK = lookup.findVarHandle(LiveTask.class, "work", Object.class);
			FUTURE = lookup.findVarHandle(LiveTask.class, "future", Future.class);
			DETAILS = lookup.findVarHandle(LiveTask.class, "details", Object.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private static final int PHASE = 0x0F;

	private static final int OPENING = 0;

	private static final int LIVE = 1;

	private static final int FIRST_END = 2;

	private static final TaskState[] ENDS = { TaskState.COMPLETED, TaskState.FAILED, TaskState.CANCELLED,
			TaskState.REJECTED, TaskState.LOST };

	private static final int LEAK_SHIFT = 4;

	private static final int LEAK = 0x07 << LEAK_SHIFT;

	private static final int CANCELLING = 1 << 7;

	private static final int INFERRED = 1 << 8;

	private static final int RETURNS_VALUE = 1 << 9;

	private static final int ONE_RUN = 1 << 10;

	private final Line line;

	private final Owner owner;

	@SuppressWarnings("unused") // through STATE
	private volatile int state;

	private LiveTasks.@Nullable Chunk chunk;

	private long id;

	@SuppressWarnings("unused") // through WORK
	private @Nullable Object work;

	@SuppressWarnings("unused") // through FUTURE
	private @Nullable Future<?> future;

	/**
	 * What most tasks need never say. A one-shot of a plain pool begins with the name of
	 * the thread alone and finds out the rest when it is asked.
	 */
	@SuppressWarnings("unused") // through DETAILS
	private Object details;

	LiveTask(Line line, Owner owner, boolean siteInferred, Object details) {
		this.line = line;
		this.owner = owner;
		this.details = details;
		if (siteInferred) {
			STATE.set(this, INFERRED);
		}
	}

	/** What is left of a task in the history. */
	LiveTask(LiveTask ended) {
		this.line = ended.line;
		this.owner = ended.owner;
		this.id = ended.id;
		this.details = ended.details();
		STATE.set(this, ended.state);
	}

	void place(LiveTasks.Chunk chunk, long id) {
		this.chunk = chunk;
		this.id = id;
	}

	/** An ended task that somebody keeps must not keep the places of all later ones. */
	void leavePlace() {
		this.chunk = null;
	}

	LiveTasks.Chunk chunk() {
		LiveTasks.Chunk chunk = this.chunk;
		if (chunk == null) {
			throw new IllegalStateException("the task is in no ledger");
		}
		return chunk;
	}

	long id() {
		return this.id;
	}

	Line line() {
		return this.line;
	}

	Owner owner() {
		return this.owner;
	}

	/** Whether the site was taken from the class of the task. */
	boolean isSiteInferred() {
		return (this.state & INFERRED) != 0;
	}

	/** Before anybody else sees the task. */
	final void returnsValue() {
		STATE.set(this, this.state | RETURNS_VALUE);
	}

	final boolean isReturningValue() {
		return (this.state & RETURNS_VALUE) != 0;
	}

	final TaskDetails details() {
		return (DETAILS.getAcquire(this) instanceof TaskDetails details) ? details : inflate();
	}

	private TaskDetails inflate() {
		while (true) {
			Object known = DETAILS.getAcquire(this);
			if (known instanceof TaskDetails details) {
				return details;
			}
			TaskDetails details = new TaskDetails(thread(), schedule(), createdNanos());
			if (known instanceof Runner runner) {
				details.runner(runner.thread());
			}
			if (DETAILS.compareAndSet(this, known, details)) {
				return details;
			}
		}
	}

	/** The details, if there are any by now. */
	final @Nullable TaskDetails knownDetails() {
		return (DETAILS.getAcquire(this) instanceof TaskDetails details) ? details : null;
	}

	Schedule schedule() {
		return details().schedule();
	}

	/** Public since a one-shot is a future too. */
	public boolean isPeriodic() {
		return schedule().isPeriodic();
	}

	long createdNanos() {
		return details().createdNanos();
	}

	String thread() {
		Object details = DETAILS.getAcquire(this);
		if (details instanceof TaskDetails known) {
			return known.thread();
		}
		return (details instanceof Runner runner) ? runner.scheduledBy() : (String) details;
	}

	@Nullable Future<?> future() {
		return (Future<?>) FUTURE.getAcquire(this);
	}

	@Nullable RunLog log() {
		TaskDetails details = knownDetails();
		return (details == null) ? null : details.log();
	}

	@Nullable LeakedSince leakedSince() {
		TaskDetails details = knownDetails();
		return (details == null) ? null : details.leakedSince();
	}

	long endedNanos() {
		return details().endedNanos();
	}

	void endedNanos(long nanos) {
		details().endedNanos(nanos);
	}

	/** What is let go at the latest when the task ends. */
	final void work(@Nullable Object work) {
		WORK.setRelease(this, work);
	}

	final @Nullable Object work() {
		return WORK.getAcquire(this);
	}

	/** Lets go of the user's task, even while a queue still holds the shell. */
	void letGo() {
		Object work = work();
		work(null);
		if (work instanceof TrackedRun run) {
			run.letGo();
		}
	}

	void letGoOfHandles() {
		work(null);
		FUTURE.setRelease(this, null);
		TaskDetails details = knownDetails();
		if (details != null) {
			details.letGoOfHandle();
		}
	}

	/** The record that may be kept once the task has ended. */
	LiveTask forHistory() {
		return this;
	}

	/** Whether anybody still holds the future is watched from now on. */
	void watch(HandleWatch.Handle handle) {
		details().reference(handle);
		if (!isLive()) {
			letGoOfHandles();
		}
	}

	/** Whether the task was cancelled and the scheduler's queue has not let it go. */
	boolean isRetained() {
		TaskDetails details = knownDetails();
		WeakReference<Future<?>> reference = (details == null || !wasCancelled()) ? null : details.reference();
		Future<?> future = (reference == null) ? null : reference.get();
		return future != null && this.line.tracker.pool().holds(future);
	}

	void cancelled(Future<?> future) {
		TaskDetails details = details();
		HandleWatch.Handle.clear(details.reference());
		details.reference(new WeakReference<>(future));
	}

	boolean isLive() {
		return phase(this.state) < FIRST_END;
	}

	/** Whether the scheduler has taken the task and it has not ended. */
	boolean isAdmitted() {
		return phase(this.state) == LIVE;
	}

	boolean isRunning() {
		return this.state >= ONE_RUN || runner() != null;
	}

	boolean wasCancelled() {
		return state() == TaskState.CANCELLED;
	}

	TaskState state() {
		int state = this.state;
		int phase = phase(state);
		if (phase < FIRST_END) {
			return (state >= ONE_RUN || runner() != null) ? TaskState.RUNNING : TaskState.WAITING;
		}
		return ENDS[phase - FIRST_END];
	}

	@Nullable LeakReason leak() {
		return leak(this.state);
	}

	/** The scheduler took the task; returns whether this thread is the first to know. */
	boolean admit(@Nullable Future<?> future) {
		FUTURE.setVolatile(this, future);
		boolean first = admitByRun();
		if (!first && !isLive()) {
			letGoOfHandles();
		}
		return first;
	}

	/** The task runs, so the scheduler took it; returns as {@link #admit}. */
	boolean admitByRun() {
		while (true) {
			int state = this.state;
			if (phase(state) != OPENING) {
				return false;
			}
			if (STATE.compareAndSet(this, state, state | LIVE)) {
				return true;
			}
		}
	}

	/** The thread of a run that is not timed. */
	private @Nullable Thread runner() {
		Object details = DETAILS.getAcquire(this);
		if (details instanceof TaskDetails known) {
			return known.runner();
		}
		return (details instanceof Runner runner) ? runner.thread() : null;
	}

	/** A run starts that is not timed. */
	void untimedRunStarts(Thread thread) {
		Object details = DETAILS.getAcquire(this);
		if (details instanceof String scheduledBy
				&& DETAILS.compareAndSet(this, scheduledBy, new Runner(thread, scheduledBy))) {
			return;
		}
		details().runner(thread);
	}

	/** Returns the run, if the clock has seen it under way. */
	@Nullable ActiveRun untimedRunEnds() {
		Object details = DETAILS.getAcquire(this);
		if (details instanceof Runner runner && DETAILS.compareAndSet(this, runner, runner.scheduledBy())) {
			return null;
		}
		TaskDetails known = details();
		known.runner(null);
		return known.unsee(this.line);
	}

	/** The run under way that began first; one that is not timed begins now. */
	@Nullable ActiveRun activeRun(long nowNanos) {
		RunLog log = log();
		ActiveRun active = (log == null) ? null : log.active();
		return (active != null || runner() == null || !isLive()) ? active : details().see(nowNanos, this.line);
	}

	boolean isActive(ActiveRun run) {
		TaskDetails details = knownDetails();
		RunLog log = (details == null) ? null : details.log();
		return details != null && (details.seen() == run || (log != null && log.isActive(run)));
	}

	/** Runs that are over. */
	long runs() {
		TaskDetails details = knownDetails();
		if (details == null) {
			return (state() == TaskState.COMPLETED) ? 1 : 0;
		}
		RunLog log = details.log();
		long runs = details.untimedRuns() + ((log == null) ? 0 : log.runs());
		return (runs == 0 && state() == TaskState.COMPLETED && !isPeriodic()) ? 1 : runs;
	}

	/** When the next run is due, by the pool where it was not worked out here. */
	long dueNanos(long nowNanos) {
		TaskDetails details = knownDetails();
		RunLog log = (details == null) ? null : details.log();
		if (log == null || details == null) {
			return (details != null) ? details.createdNanos() + details.schedule().initialNanos()
					: poolDueNanos(nowNanos);
		}
		long unlogged = details.unloggedRuns();
		if (unlogged == 0) {
			return log.dueNanos();
		}
		return (details.schedule() instanceof Schedule.FixedRate rate) ? log.dueNanos() + unlogged * rate.nanos()
				: poolDueNanos(nowNanos);
	}

	/** As the pool has it; now, where the pool does not say. */
	final long poolDueNanos(long nowNanos) {
		return (future() instanceof Delayed delayed) ? nowNanos + delayed.getDelay(TimeUnit.NANOSECONDS) : nowNanos;
	}

	/** A run starts. */
	Before runStarts() {
		while (true) {
			int state = this.state;
			int next = ((phase(state) == OPENING) ? state + LIVE : state) + ONE_RUN;
			if (STATE.compareAndSet(this, state, next)) {
				return before(state);
			}
		}
	}

	/** A run is over; returns whether it was the last one under way of a live task. */
	boolean runEnds() {
		int state = (int) STATE.getAndAdd(this, -ONE_RUN);
		return state < 2 * ONE_RUN && phase(state) < FIRST_END;
	}

	RunLog openLog(long firstDueNanos) {
		return details().openLog(firstDueNanos);
	}

	/** A cancel begins; its outcome is not known yet. */
	void cancelStarts() {
		STATE.getAndBitwiseOr(this, CANCELLING);
	}

	void cancelFails() {
		STATE.getAndBitwiseAnd(this, ~CANCELLING);
	}

	boolean isCancelling() {
		return (this.state & CANCELLING) != 0 || wasCancelled();
	}

	/**
	 * Ends the task.
	 * @return what it was in that moment if this call ended it, or {@code null} if
	 * another did
	 */
	@Nullable Before end(TaskState end, TimeSource time) {
		int code = FIRST_END + indexOf(end);
		while (true) {
			int state = this.state;
			if (phase(state) >= FIRST_END) {
				return null;
			}
			if (STATE.compareAndSet(this, state, (state & ~PHASE) | code)) {
				ended(time);
				return before(state);
			}
		}
	}

	/**
	 * The scheduler refused the task. One that has started anyway ends by its run.
	 * @return whether this call ended the task
	 */
	boolean refuse(TimeSource time) {
		while (true) {
			int state = this.state;
			if (phase(state) != OPENING) {
				return false;
			}
			if (STATE.compareAndSet(this, state, state | (FIRST_END + indexOf(TaskState.REJECTED)))) {
				ended(time);
				return true;
			}
		}
	}

	/** Returns whether this call made a leak of the task. */
	boolean leaks(LeakReason reason, long sinceNanos) {
		while (true) {
			int state = this.state;
			if (phase(state) >= FIRST_END || (state & LEAK) != 0) {
				return false;
			}
			if (STATE.compareAndSet(this, state, state | (reason.code() << LEAK_SHIFT))) {
				details().leakedSince(new LeakedSince(reason, sinceNanos));
				return true;
			}
		}
	}

	/** Takes the leak back from a live task; returns whether there was one. */
	boolean leaksNoMore() {
		while (true) {
			int state = this.state;
			if (phase(state) >= FIRST_END || (state & LEAK) == 0) {
				return false;
			}
			if (STATE.compareAndSet(this, state, state & ~LEAK)) {
				details().leakedSince(null);
				return true;
			}
		}
	}

	private void ended(TimeSource time) {
		TaskDetails details = knownDetails();
		if (details != null) {
			details.endedNanos(time.nanos());
		}
	}

	private static Before before(int state) {
		int phase = phase(state);
		return new Before(phase == OPENING, phase < FIRST_END, state >= ONE_RUN, leak(state));
	}

	private static int phase(int state) {
		return state & PHASE;
	}

	private static @Nullable LeakReason leak(int state) {
		return LeakReason.ofCode((state & LEAK) >> LEAK_SHIFT);
	}

	private static int indexOf(TaskState end) {
		return switch (end) {
			case COMPLETED -> 0;
			case FAILED -> 1;
			case CANCELLED -> 2;
			case REJECTED -> 3;
			case LOST -> 4;
			case WAITING, RUNNING -> throw new IllegalArgumentException(end + " is no end");
		};
	}

	/**
	 * The moment before a change.
	 *
	 * @param opening whether nobody had counted the task as scheduled
	 * @param live whether it had not ended
	 * @param running whether a run was under way
	 * @param leak why it was a leak, or {@code null} if it was none
	 */
	record Before(boolean opening, boolean live, boolean running, @Nullable LeakReason leak) {
	}

	/**
	 * A run that is not timed, of a task without details.
	 *
	 * @param thread where it runs
	 * @param scheduledBy the name of the thread that scheduled the task
	 */
	private record Runner(Thread thread, String scheduledBy) {
	}

	/**
	 * A leak.
	 *
	 * @param reason why
	 * @param nanos since when
	 */
	record LeakedSince(LeakReason reason, long nanos) {
	}

}
