package io.timerscope.record;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

import io.timerscope.Nanos;
import io.timerscope.Schedule;
import io.timerscope.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * The write side of the ledger: a task is opened, taken and ended. A fault in here is
 * counted and goes no further, so that the user's task goes on as if nobody watched.
 */
public final class LedgerWriter {

	private final LedgerClock clock;

	/** Whether the pool can be asked for times later. */
	private final boolean lazyTimes;

	/** Whose readings may be a few milliseconds old while tasks come by the thousand. */
	private final SharedClock startClock;

	private final LiveTasks live;

	private final EndedTasks ended;

	private final OwnedTaskListener ownerEnds;

	private final Listeners listeners;

	private final Snapshots snapshots;

	private final TrackingErrors errors;

	public LedgerWriter(LedgerClock clock, SharedClock startClock, LiveTasks live, EndedTasks ended,
			OwnedTaskListener ownerEnds, Listeners listeners, Snapshots snapshots, TrackingErrors errors) {
		this.clock = clock;
		this.lazyTimes = clock.isSystem();
		this.startClock = startClock;
		this.live = live;
		this.ended = ended;
		this.ownerEnds = ownerEnds;
		this.listeners = listeners;
		this.snapshots = snapshots;
		this.errors = errors;
	}

	public LiveTasks live() {
		return this.live;
	}

	public EndedTasks ended() {
		return this.ended;
	}

	public LedgerClock clock() {
		return this.clock;
	}

	public Snapshots snapshots() {
		return this.snapshots;
	}

	public TrackingErrors errors() {
		return this.errors;
	}

	public TrackedRun open(CallOrigin opening, Object task, Schedule schedule) {
		Schedule known = schedule.isPeriodic() ? opening.counts().interned(schedule) : schedule;
		DetailedTask live = new DetailedTask(opening,
				new TaskDetails(Thread.currentThread().getName(), known, this.clock.nanos()));
		TrackedRun run = TrackedRun.of(live, task);
		live.work(run);
		begin(live);
		return run;
	}

	/** Opens a task that runs once after a delay. */
	public <V extends @Nullable Object> OneShot<V> openOneShot(CallOrigin opening, int marks, long delayNanos) {
		String thread = Thread.currentThread().getName();
		Object details = this.lazyTimes ? thread : details(thread, delayNanos);
		OneShot<V> shot = new OneShot<>(opening, marks, details, delayNanos);
		begin(shot);
		return shot;
	}

	/**
	 * Opens a task that runs once at a certain time, which is looked at now where it
	 * cannot be worked out later.
	 */
	public OneShot<?> openOneShotAt(CallOrigin opening, int marks, LongSupplier delay) {
		if (!this.lazyTimes) {
			return openOneShot(opening, marks, delay.getAsLong());
		}
		OneShot<?> shot = new OneShot<>(opening, marks, Thread.currentThread().getName(),
				this.startClock.nanos(this.live.nextId()));
		begin(shot);
		return shot;
	}

	/** The scheduler's future will not say when the task is due. */
	public void settle(OneShot<?> shot, LongSupplier delay) {
		try {
			shot.settle(details(shot.thread(), delay.getAsLong()));
		}
		catch (Throwable ex) {
			this.errors.caught("record when a task is due", ex);
		}
	}

	private TaskDetails details(String thread, long delayNanos) {
		return new TaskDetails(thread, Schedule.once(delayNanos), this.clock.nanos());
	}

	private void begin(TaskRecord live) {
		this.live.add(live);
		TaskOwner owner = live.owner();
		BeanTasks tasks = owner.beanTasks();
		if (tasks != null) {
			tasks.add(live);
		}
		else if (owner.kind().isShortLived()) {
			owner.add(live);
			if (live.isPeriodic()) {
				this.ownerEnds.periodicTaskScheduled(live);
			}
		}
	}

	/** The scheduler threw, or had no time for the task. */
	public void notTaken(TaskRecord live, boolean rejected) {
		try {
			if (!live.refuse()) {
				return;
			}
			this.live.remove(live);
			live.letGoOfHandles();
			leavesOwner(live);
			if (rejected) {
				live.counts().rejected();
				live.details();
				remember(live, TaskState.REJECTED);
			}
		}
		catch (Throwable ex) {
			this.errors.caught("forget a task that was refused", ex);
		}
	}

	public void taken(TaskRecord live, @Nullable Future<?> future) {
		try {
			if (live.admit(future)) {
				live.counts().scheduled();
			}
			TaskOwner.Ended end = live.owner().ended();
			if (end != null && live.isLive()) {
				this.ownerEnds.outlives(live, end, this);
			}
		}
		catch (Throwable ex) {
			this.errors.caught("record a task's future", ex);
		}
	}

	/**
	 * Tells listeners of the runs that nobody timed, as if each took as long as the last.
	 */
	public void reportUntimed(TaskRecord live) {
		TaskDetails details = live.knownDetails();
		if (details != null && details.untimedRuns() != 0) {
			UnreportedRuns unreported = live.counts().unreported;
			unreported.kind(details.schedule().kind());
			unreported.add(details.takeUnreportedRuns());
		}
	}

	/**
	 * The trigger named the time of the next run, which is now if that has passed.
	 * @param following how long it is until the run after that, where that is known
	 */
	public void dueIn(TaskRecord live, Duration wait, @Nullable Duration following) {
		long now = this.clock.nanos();
		live.openLog(0)
			.due(now + Math.max(0, Nanos.of(wait)),
					(following == null) ? RunLog.UNKNOWN : now + Math.max(0, Nanos.of(following)));
	}

	/** The trigger has no further time, or threw. */
	public void triggerEnded(TaskRecord live, @Nullable Throwable failure) {
		if (live.isAdmitted()) {
			if (failure != null) {
				live.openLog(0).triggerFailed(failure);
			}
			end(live, (failure == null) ? TaskState.COMPLETED : TaskState.FAILED);
		}
	}

	/**
	 * Cancels through the scheduler's future; returns whether that ended the task. A
	 * scheduler that tells of it may have ended the record meanwhile.
	 */
	public boolean cancel(TaskRecord live) {
		Future<?> future = live.future();
		return future != null && future.cancel(false) && (end(live, TaskState.CANCELLED) || live.wasCancelled());
	}

	/** A caller cancels through the future that it was given. */
	public boolean cancel(TaskRecord live, Future<?> delegate, boolean mayInterruptIfRunning) {
		if (mayInterruptIfRunning) {
			live.cancelStarts();
		}
		boolean cancelled = false;
		try {
			cancelled = delegate.cancel(mayInterruptIfRunning);
		}
		finally {
			if (!cancelled && mayInterruptIfRunning && !delegate.isCancelled()) {
				live.cancelFails(); // nor did another cancel succeed
			}
		}
		if (cancelled) {
			cancelled(live);
		}
		return cancelled;
	}

	/** The scheduler has cancelled a task. */
	public void cancelled(TaskRecord live) {
		try {
			end(live, TaskState.CANCELLED);
		}
		catch (Throwable ex) {
			this.errors.caught("record a cancel", ex);
		}
	}

	/** Ends a task whose one run was not timed, unless somebody else did before. */
	public void completedUntimed(TaskRecord live) {
		UnreportedRuns unreported = live.counts().unreported;
		unreported.kind(live.kind());
		boolean countsItself = !(live instanceof OneShot<?>);
		if (!end(live, TaskState.COMPLETED, countsItself)) {
			if (countsItself) {
				reportUntimed(live);
			}
			else {
				unreported.add(1);
			}
			live.letGoOfHandles();
		}
	}

	/** Ends the task, unless somebody else did before. */
	public boolean end(TaskRecord live, TaskState end) {
		return end(live, end, true);
	}

	private boolean end(TaskRecord live, TaskState end, boolean reported) {
		Lifecycle.Before before = live.end(end);
		if (before == null) {
			return false;
		}
		count(live.counts(), before, end, reported);
		try {
			leavesOwner(live);
			remember(live, end);
			letGo(live, end);
		}
		finally {
			this.live.remove(live); // last, since it waits for memory that others write
									// to
		}
		if (before.leak() != null) {
			this.ownerEnds.recovered(live, before.leak());
		}
		if (end == TaskState.FAILED && live.isPeriodic()) {
			RunLog log = live.log();
			String error = (log == null) ? null : log.fatalError();
			this.listeners.tell((listener) -> listener.died(this.snapshots.of(live), error));
		}
		return true;
	}

	private static void count(SiteCounts counts, Lifecycle.Before before, TaskState end, boolean reported) {
		if (before.opening()) {
			counts.scheduled();
		}
		if (reported && end == TaskState.COMPLETED) {
			counts.unreported.reported();
		}
		counts.ended(end);
		if (before.running()) {
			counts.runsNoMore();
		}
		if (before.outlived()) {
			counts.outlivedNoMore();
		}
	}

	private void leavesOwner(TaskRecord live) {
		BeanTasks tasks = live.owner().beanTasks();
		if (tasks != null) {
			tasks.remove(live);
		}
		else if (live.isPeriodic() && live.owner().kind().isShortLived()) {
			this.ownerEnds.periodicTaskEnded(live);
		}
	}

	/** Keeps what has ended for a while. */
	private void remember(TaskRecord live, TaskState end) {
		TaskDetails details = live.knownDetails();
		if (details != null) {
			details.endedNanos(this.clock.nanos());
		}
		if (live instanceof OneShot<?> shot) {
			this.ended.add(shot, details);
			return;
		}
		if (end == TaskState.CANCELLED) {
			live.noteRetained();
		}
		this.ended.add(live);
	}

	private void letGo(TaskRecord live, TaskState end) {
		boolean leadsSomewhere = end == TaskState.FAILED || end == TaskState.LOST
				|| live.isMarked(Lifecycle.RETURNS_VALUE);
		if (leadsSomewhere && live.owner().kind().isShortLived()) {
			live.owner().remove(live);
		}
		if (end == TaskState.CANCELLED) {
			live.letGo();
		}
		live.letGoOfHandles();
		TaskDetails details = live.knownDetails();
		if (details != null) {
			details.unsee(live.counts());
			reportUntimed(live);
		}
	}

}
