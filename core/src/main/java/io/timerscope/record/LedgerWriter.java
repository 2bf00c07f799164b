package io.timerscope.record;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

import io.timerscope.Nanos;
import io.timerscope.Schedule;
import io.timerscope.TaskState;
import io.timerscope.clock.LedgerClock;
import io.timerscope.clock.SharedClock;
import org.jspecify.annotations.Nullable;

/**
 * The write side of the ledger: a task is opened, taken and ended. A fault in here is
 * counted and goes no further, so that the user's task goes on as if nobody watched.
 */
public final class LedgerWriter {

	private final LedgerClock clock;

	/** Only the system clock and the due times of pools are on one scale. */
	private final boolean lazyTimes;

	/** Whose readings may be a few milliseconds old while tasks come by the thousand. */
	private final SharedClock startClock;

	private final LiveTasks liveTasks;

	private final EndedTasks ended;

	/** Leads to the application's beans, until the application closes. */
	private volatile OwnedTaskListener ownedTaskListener;

	private final Listeners listeners;

	private final Snapshots snapshots;

	private final TrackingErrors errors;

	public LedgerWriter(LedgerClock clock, SharedClock startClock, LiveTasks liveTasks, EndedTasks ended,
			OwnedTaskListener ownedTaskListener, Listeners listeners, Snapshots snapshots, TrackingErrors errors) {
		this.clock = clock;
		this.lazyTimes = clock.isSystem();
		this.startClock = startClock;
		this.liveTasks = liveTasks;
		this.ended = ended;
		this.ownedTaskListener = ownedTaskListener;
		this.listeners = listeners;
		this.snapshots = snapshots;
		this.errors = errors;
	}

	public LiveTasks live() {
		return this.liveTasks;
	}

	public EndedTasks ended() {
		return this.ended;
	}

	/** The application closes; what it left on a pool that lives on leads here. */
	public void detachFromApplication() {
		this.ownedTaskListener = OwnedTaskListener.NOBODY;
		this.listeners.clear();
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

	public TrackedRun open(CallOrigin callOrigin, Object task, Schedule schedule) {
		Schedule known = schedule.isPeriodic() ? callOrigin.counts().interned(schedule) : schedule;
		DetailedTask record = new DetailedTask(callOrigin,
				new TaskDetails(Thread.currentThread().getName(), known, this.clock.nanos()));
		TrackedRun run = TrackedRun.of(record, task);
		record.work(run);
		begin(record);
		return run;
	}

	/** Opens a task that runs once after a delay. */
	public <V extends @Nullable Object> OneShot<V> openOneShot(CallOrigin callOrigin, int marks, long delayNanos) {
		String thread = Thread.currentThread().getName();
		Object details = this.lazyTimes ? thread : details(thread, delayNanos);
		OneShot<V> shot = new OneShot<>(callOrigin, marks, details, delayNanos);
		begin(shot);
		return shot;
	}

	/**
	 * Opens a task that runs once at a certain time, which is looked at now where it
	 * cannot be worked out later.
	 */
	public OneShot<?> openOneShotAt(CallOrigin callOrigin, int marks, LongSupplier delay) {
		if (!this.lazyTimes) {
			return openOneShot(callOrigin, marks, delay.getAsLong());
		}
		OneShot<?> shot = new OneShot<>(callOrigin, marks, Thread.currentThread().getName(),
				this.startClock.nanos(this.liveTasks.nextId()));
		begin(shot);
		return shot;
	}

	/** The scheduler's future will not say when the task is due. */
	public void keepTimes(OneShot<?> shot, LongSupplier delay) {
		try {
			shot.keepTimes(details(shot.thread(), delay.getAsLong()));
		}
		catch (Throwable ex) {
			this.errors.caught("record when a task is due", ex);
		}
	}

	private TaskDetails details(String thread, long delayNanos) {
		return new TaskDetails(thread, Schedule.once(delayNanos), this.clock.nanos());
	}

	private void begin(TaskRecord record) {
		this.liveTasks.add(record);
		TaskOwner owner = record.owner();
		BeanTasks tasks = owner.beanTasks();
		if (tasks != null) {
			tasks.add(record);
		}
		else if (owner.kind().isShortLived()) {
			owner.add(record);
			if (record.isPeriodic()) {
				this.ownedTaskListener.periodicTaskScheduled(record);
			}
		}
	}

	/** The scheduler threw, or returned no future. */
	public void notTaken(TaskRecord record, boolean rejected) {
		try {
			if (!record.tryReject()) {
				return;
			}
			this.liveTasks.remove(record);
			record.releaseReferences();
			leavesOwner(record);
			if (rejected) {
				record.counts().rejected();
				record.details(); // works out the times now, since no future will know
									// them
				remember(record, TaskState.REJECTED);
			}
		}
		catch (Throwable ex) {
			this.errors.caught("forget a task that was refused", ex);
		}
	}

	public void taken(TaskRecord record, @Nullable Future<?> future) {
		try {
			if (record.accept(future)) {
				record.counts().scheduled();
			}
			TaskOwner.Ended end = record.owner().ended();
			if (end != null && record.isLive()) {
				this.ownedTaskListener.outlives(record, end, this);
			}
		}
		catch (Throwable ex) {
			this.errors.caught("record a task's future", ex);
		}
	}

	/**
	 * Adds the runs that nobody timed to those that listeners hear of at the next tick,
	 * as if each took as long as the last.
	 */
	public void reportUntimed(TaskRecord record) {
		TaskDetails details = record.knownDetails();
		if (details != null && details.untimedRuns() != 0) {
			UnreportedRuns unreported = record.counts().unreported;
			unreported.kind(details.schedule().kind());
			unreported.add(details.takeUnreportedRuns());
		}
	}

	/**
	 * The trigger named the time of the next run, which is now if that has passed.
	 * @param following how long it is until the run after that, where that is known
	 */
	public void dueIn(TaskRecord record, Duration wait, @Nullable Duration following) {
		long now = this.clock.nanos();
		record.openLog(0)
			.due(now + Math.max(0, Nanos.of(wait)),
					(following == null) ? RunLog.UNKNOWN : now + Math.max(0, Nanos.of(following)));
	}

	/** The trigger has no further time, or threw. */
	public void triggerEnded(TaskRecord record, @Nullable Throwable failure) {
		if (record.isAccepted()) {
			if (failure != null) {
				record.openLog(0).triggerFailed(failure);
			}
			end(record, (failure == null) ? TaskState.COMPLETED : TaskState.FAILED);
		}
	}

	/**
	 * Cancels in the name of an owner that has ended, or of an operator; returns whether
	 * that ended the task. That the task ends so says nothing for the line that scheduled
	 * it.
	 */
	public boolean cancelInternally(TaskRecord record) {
		SiteOwners.OneOwner owner = record.isPeriodic() ? record.owner().at(record.counts()) : null;
		if (owner == null) {
			return tryCancel(record);
		}
		owner.cancels(true);
		boolean cancelled = tryCancel(record);
		if (!cancelled) {
			owner.cancels(false);
		}
		return cancelled;
	}

	/** A scheduler that tells of it may have ended the record meanwhile. */
	private boolean tryCancel(TaskRecord record) {
		Future<?> future = record.future();
		return future != null && future.cancel(false) && (end(record, TaskState.CANCELLED) || record.wasCancelled());
	}

	/**
	 * A caller cancels through the future that it was given. The pool's future decides
	 * what the caller is told, the record what is counted; in the last moments of a run
	 * the two may differ.
	 */
	public boolean cancelByCaller(TaskRecord record, Future<?> delegate, boolean mayInterruptIfRunning) {
		if (mayInterruptIfRunning) {
			record.cancelStarts();
		}
		boolean cancelled = false;
		try {
			cancelled = delegate.cancel(mayInterruptIfRunning);
		}
		finally {
			if (!cancelled && mayInterruptIfRunning && !delegate.isCancelled()) {
				record.cancelFails(); // nor did another cancel succeed
			}
		}
		if (cancelled) {
			cancelled(record);
		}
		return cancelled;
	}

	/** The scheduler has cancelled a task. */
	public void cancelled(TaskRecord record) {
		try {
			end(record, TaskState.CANCELLED);
		}
		catch (Throwable ex) {
			this.errors.caught("record a cancel", ex);
		}
	}

	/** Ends a task whose one run was not timed, unless somebody else did before. */
	public void completedUntimed(TaskRecord record) {
		UnreportedRuns unreported = record.counts().unreported;
		unreported.kind(record.kind());
		boolean reportedAlone = !(record instanceof OneShot<?>);
		if (!end(record, TaskState.COMPLETED, reportedAlone)) {
			if (reportedAlone) {
				reportUntimed(record);
			}
			else {
				unreported.add(1);
			}
			record.releaseReferences();
		}
	}

	/** Ends the task, unless somebody else did before. */
	public boolean end(TaskRecord record, TaskState end) {
		return end(record, end, true);
	}

	/**
	 * Ends the task, unless somebody else did before.
	 * @param reportedAlone false for an untimed one-shot: its run is worked out from the
	 * number of completed tasks, see {@link UnreportedRuns}
	 */
	private boolean end(TaskRecord record, TaskState end, boolean reportedAlone) {
		Lifecycle.Before before = record.end(end);
		if (before == null) {
			return false;
		}
		count(record.counts(), before, end, reportedAlone);
		try {
			leavesOwner(record);
			remember(record, end);
			releaseEnded(record, end);
		}
		finally {
			// last, since it waits for memory that other threads write to
			this.liveTasks.remove(record);
		}
		if (before.leak() != null) {
			this.ownedTaskListener.recovered(record, before.leak());
		}
		if (end == TaskState.FAILED && record.isPeriodic()) {
			RunLog log = record.log();
			String error = (log == null) ? null : log.fatalError();
			this.listeners.tell((listener) -> listener.died(this.snapshots.of(record), error));
		}
		return true;
	}

	private static void count(SiteCounts counts, Lifecycle.Before before, TaskState end, boolean reportedAlone) {
		if (before.opening()) {
			counts.scheduled();
		}
		if (reportedAlone && end == TaskState.COMPLETED) {
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

	private void leavesOwner(TaskRecord record) {
		BeanTasks tasks = record.owner().beanTasks();
		if (tasks != null) {
			tasks.remove(record);
		}
		else if (record.isPeriodic() && record.owner().kind().isShortLived()) {
			this.ownedTaskListener.periodicTaskEnded(record);
		}
	}

	/** Keeps an ended task in the history for a while. */
	private void remember(TaskRecord record, TaskState end) {
		TaskDetails details = record.knownDetails();
		if (details != null) {
			details.endedNanos(this.clock.nanos());
		}
		if (record instanceof OneShot<?> shot) {
			this.ended.add(shot, details);
			return;
		}
		if (end == TaskState.CANCELLED) {
			record.noteRetained();
		}
		this.ended.add(record);
	}

	private void releaseEnded(TaskRecord record, TaskState end) {
		boolean futureKeepsResult = end == TaskState.FAILED || end == TaskState.LOST
				|| record.isMarked(Lifecycle.RETURNS_VALUE);
		if (futureKeepsResult && record.owner().kind().isShortLived()) {
			record.owner().remove(record);
		}
		if (end == TaskState.CANCELLED) {
			record.dropWork();
		}
		record.releaseReferences();
		TaskDetails details = record.knownDetails();
		if (details != null) {
			details.unsee(record.counts());
			reportUntimed(record);
		}
	}

}
