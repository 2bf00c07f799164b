package io.timerscope.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.timerscope.LeakReason;
import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.TaskState;
import io.timerscope.Witness;
import org.jspecify.annotations.Nullable;

/**
 * The record of one task: where and for whom it was scheduled, what runs, and what is
 * known of its runs. An ended record keeps words and numbers only: the task, its future
 * and its payload are let go.
 */
public abstract sealed class TaskRecord extends Lifecycle permits DetailedTask, OneShot, EndedOneShot {

	private static final VarHandle WORK;

	private static final VarHandle FUTURE;

	private static final VarHandle DETAILS;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			WORK = lookup.findVarHandle(TaskRecord.class, "work", Object.class);
			FUTURE = lookup.findVarHandle(TaskRecord.class, "future", Future.class);
			DETAILS = lookup.findVarHandle(TaskRecord.class, "details", Object.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private final SiteCounts counts;

	private final TaskOwner owner;

	private LiveTasks.@Nullable Chunk chunk;

	private long id;

	@SuppressWarnings("unused") // through WORK
	private @Nullable Object work;

	@SuppressWarnings("unused") // through FUTURE
	private @Nullable Future<?> future;

	/**
	 * {@link TaskDetails} or, until somebody asks for them, the name of the thread that
	 * scheduled the task.
	 */
	@SuppressWarnings("unused") // through DETAILS
	private Object details;

	/**
	 * Opens a record.
	 * @param marks what the state word knows from the beginning, apart from the origin
	 * @param details the details, or the name of the thread that schedules the task
	 */
	TaskRecord(CallOrigin callOrigin, int marks, Object details) {
		super(callOrigin.siteInferred() ? marks | INFERRED : marks);
		this.counts = callOrigin.counts();
		this.owner = callOrigin.owner();
		this.details = details;
	}

	/** What is left of a task in the history. */
	TaskRecord(TaskRecord ended, TaskDetails details) {
		super(ended);
		this.counts = ended.counts;
		this.owner = ended.owner;
		this.id = ended.id;
		this.details = details;
	}

	void place(LiveTasks.Chunk chunk, long id) {
		this.chunk = chunk;
		this.id = id;
	}

	/** An ended task that somebody keeps must not keep the places of all later ones. */
	void leavePlace() {
		this.chunk = null;
	}

	public LiveTasks.Chunk chunk() {
		LiveTasks.Chunk chunk = this.chunk;
		if (chunk == null) {
			throw new IllegalStateException("the task is in no ledger");
		}
		return chunk;
	}

	public long id() {
		return this.id;
	}

	public SiteCounts counts() {
		return this.counts;
	}

	public Site site() {
		return this.counts.site;
	}

	public SchedulerRecord scheduler() {
		return this.counts.scheduler;
	}

	public TaskOwner owner() {
		return this.owner;
	}

	/** Everything else that is known of the task, worked out where it has to be. */
	public final TaskDetails details() {
		while (true) {
			Object known = DETAILS.getAcquire(this);
			if (known instanceof TaskDetails details) {
				return details;
			}
			TaskDetails details = new TaskDetails((String) known, schedule(), createdNanos());
			if (DETAILS.compareAndSet(this, known, details)) {
				return details;
			}
		}
	}

	/** The details, if there are any by now. */
	final @Nullable TaskDetails knownDetails() {
		return (DETAILS.getAcquire(this) instanceof TaskDetails details) ? details : null;
	}

	/** Keeps the times that the scheduler's future does not know. */
	final void keepTimes(TaskDetails details) {
		DETAILS.compareAndSet(this, thread(), details);
	}

	/** The name of the thread that scheduled the task. */
	public final String thread() {
		Object details = DETAILS.getAcquire(this);
		return (details instanceof TaskDetails known) ? known.thread() : (String) details;
	}

	public Schedule schedule() {
		return details().schedule();
	}

	/** The kind of its schedule. */
	String kind() {
		return schedule().kind();
	}

	/** Public since a one-shot is a future too. */
	public final boolean isPeriodic() {
		return isMarked(PERIODIC);
	}

	public long createdNanos() {
		return details().createdNanos();
	}

	/** {@link TaskDetails#UNKNOWN} unless there were details when the task ended. */
	long endedNanos() {
		return details().endedNanos();
	}

	/**
	 * The scheduler's own future. Read and written so that a hand-over and the end of an
	 * owner see each other, see {@link #accept}.
	 */
	public final @Nullable Future<?> future() {
		Future<?> future = storedFuture();
		return (future instanceof TrackedFuture<?> tracked) ? tracked.delegate() : future;
	}

	/**
	 * What the caller was given, as long as somebody holds it.
	 * @return a future, a new one where nobody holds the first any more, or {@code null}
	 * where there is none
	 */
	public @Nullable Future<?> handle() {
		Future<?> known = storedFuture();
		if (known == null || known instanceof TrackedFuture<?>) {
			return known;
		}
		TaskDetails details = knownDetails();
		Future<?> held = (details != null && details.reference() instanceof WatchedFuture handle) ? handle.get() : null;
		return (held != null) ? held : this.counts.scheduler.handle(this, known);
	}

	/** Whether a future is this task's, as the caller or the scheduler knows it. */
	public final boolean isFuture(Future<?> future) {
		return (future instanceof TrackedFuture<?> tracked) ? tracked.isOf(this) : future == storedFuture();
	}

	private @Nullable Future<?> storedFuture() {
		return (Future<?>) FUTURE.getVolatile(this);
	}

	/**
	 * Keeps the future. For a periodic task, and for a one-shot that the caller holds
	 * itself, that is the scheduler's own. For any other it is what the caller holds.
	 */
	public final void future(@Nullable Future<?> future) {
		FUTURE.setRelease(this, future);
	}

	public @Nullable RunLog log() {
		TaskDetails details = knownDetails();
		return (details == null) ? null : details.log();
	}

	public @Nullable LeakedSince leakedSince() {
		TaskDetails details = knownDetails();
		return (details == null) ? null : details.leakedSince();
	}

	/**
	 * The user's task, or what runs it: a {@link TrackedRun} or a one-shot's own. Let go
	 * at the latest when the task ends.
	 */
	public final void work(@Nullable Object work) {
		WORK.setRelease(this, work);
	}

	public final @Nullable Object work() {
		return WORK.getAcquire(this);
	}

	/** Drops the user's task, even while a queue holds what runs it. */
	void dropWork() {
		Object work = work();
		work(null);
		if (work instanceof TrackedRun run) {
			run.dropTask();
		}
	}

	/** Lets go of whatever the ended record should not lead to. */
	abstract void releaseReferences();

	/** Whether anybody still holds the future is watched from now on. */
	public void watch(WatchedFuture handle) {
		details().reference(handle);
		if (!isLive()) {
			releaseReferences();
		}
	}

	/** Whether the task was cancelled and the scheduler's queue has not let it go. */
	public boolean isRetained() {
		TaskDetails details = knownDetails();
		return details != null && isRetained(details.reference());
	}

	public final boolean isRetained(@Nullable WeakReference<Future<?>> reference) {
		Future<?> future = (reference == null || !wasCancelled()) ? null : reference.get();
		return future != null && this.counts.scheduler.pool().holds(future);
	}

	/** Keeps at hand the future of a task whose queue may go on holding it. */
	final void noteRetained() {
		Future<?> future = future();
		if (future != null && Boolean.FALSE.equals(this.counts.scheduler.pool().removeOnCancel())) {
			TaskDetails details = details();
			WatchedFuture.clear(details.reference());
			details.reference(new WeakReference<>(future));
		}
	}

	/** The scheduler took the task; returns whether this thread is the first to know. */
	boolean accept(@Nullable Future<?> future) {
		future(future);
		boolean first = tryAccept();
		if (!first) {
			// the loser of a compare-and-set needs a fence too, so that its future is
			// seen
			// before it looks at the owner's end
			VarHandle.fullFence();
			if (!isLive()) {
				releaseReferences();
			}
		}
		return first;
	}

	/**
	 * A run starts that is not timed.
	 * @param slots those of the thread that runs
	 */
	abstract void untimedRunStarts(@Nullable Object[] slots);

	/**
	 * A run is over that was not timed.
	 * @param logged whether it goes into the log after all
	 * @return the run, if somebody has met it under way; then it goes into the log too
	 */
	abstract @Nullable ActiveRun untimedRunEnds(boolean logged);

	/** The run under way that began first; one that is not timed begins now. */
	public final @Nullable ActiveRun activeRun(long nowNanos) {
		RunLog log = log();
		ActiveRun active = (log == null) ? null : log.active();
		Thread runner = (active != null || !isLive()) ? null : runner();
		if (runner == null) {
			return active;
		}
		details().see(runner, nowNanos, this.counts);
		ActiveRun seen = stillSeen();
		if (seen == null) {
			details().unsee(this.counts);
		}
		return seen;
	}

	/** The run that is not timed and that somebody has met, while it is under way. */
	private @Nullable ActiveRun stillSeen() {
		TaskDetails details = knownDetails();
		ActiveRun seen = (details == null) ? null : details.stillSeen();
		return (seen != null && runner() != null && isLive()) ? seen : null;
	}

	public final boolean isActive(ActiveRun run) {
		RunLog log = log();
		return stillSeen() == run || (log != null && log.isActive(run));
	}

	/** Takes back the note of a run that ended in the moment when it was met. */
	public final void tidy() {
		TaskDetails details = knownDetails();
		if (details != null && details.hasSeen() && stillSeen() == null) {
			details.unsee(this.counts);
		}
	}

	/** Runs that are over. */
	public long runs() {
		TaskDetails details = knownDetails();
		if (details == null) {
			return (state() == TaskState.COMPLETED) ? 1 : 0;
		}
		RunLog log = details.log();
		long runs = details.untimedRuns() + ((log == null) ? 0 : log.runs());
		return (runs == 0 && state() == TaskState.COMPLETED && !isPeriodic()) ? 1 : runs;
	}

	/** When the next run is due, by the pool where it was not worked out here. */
	public long dueNanos(long nowNanos) {
		TaskDetails details = knownDetails();
		if (details == null) {
			return poolDueNanos(nowNanos);
		}
		RunLog log = details.log();
		long due = (log == null) ? details.createdNanos() + details.schedule().initialNanos() : log.dueNanos();
		long unlogged = details.untimedRuns() - ((log == null) ? 0 : log.untimedRuns());
		if (unlogged == 0) {
			return due;
		}
		return (details.schedule() instanceof Schedule.FixedRate rate) ? due + unlogged * rate.nanos()
				: poolDueNanos(nowNanos);
	}

	/** As the pool has it; now, where the pool does not say. */
	final long poolDueNanos(long nowNanos) {
		return (future() instanceof Delayed delayed) ? nowNanos + delayed.getDelay(TimeUnit.NANOSECONDS) : nowNanos;
	}

	RunLog openLog(long firstDueNanos) {
		return details().openLog(firstDueNanos);
	}

	/** Returns whether this call made a leak of the task. */
	public final boolean tryMarkLeaked(LeakedSince leaked) {
		boolean first = tryMarkLeaked(leaked.reason());
		if (first) {
			details().leakedSince(leaked);
		}
		return first;
	}

	/** Names a stronger witness against a leak. */
	public final void strengthenLeak(Witness witness, @Nullable String ended) {
		LeakedSince before = leakedSince();
		if (before != null && witness.isStrongerThan(before.witness())) {
			details().leakedSince(new LeakedSince(before.reason(), witness, before.nanos(), ended));
		}
	}

	/** Takes a leak back; returns whether the task was one. */
	public final boolean acquit() {
		boolean was = tryClearLeak();
		if (was) {
			details().leakedSince(null);
		}
		return was;
	}

	/** The user's task, as long as it is held. */
	public final @Nullable Object userTask() {
		Object work = userTask(work());
		return (work instanceof TrackedRun run) ? run.task() : work;
	}

	/** What is kept of the user's task, apart from who runs it. */
	public @Nullable Object userTask(@Nullable Object work) {
		return work;
	}

	/**
	 * A leak.
	 *
	 * @param reason why
	 * @param witness what says so
	 * @param nanos since when
	 * @param ended what the task captures that has ended, or {@code null} where no such
	 * thing is the witness
	 */
	public record LeakedSince(LeakReason reason, Witness witness, long nanos, @Nullable String ended) {
	}

}
