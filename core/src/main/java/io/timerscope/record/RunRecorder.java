package io.timerscope.record;

import java.util.concurrent.Callable;

import io.timerscope.CompletedRun;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.RunObserver;
import io.timerscope.RunOutcome;
import io.timerscope.TaskState;
import io.timerscope.TrackingPolicy;
import io.timerscope.clock.LedgerClock;
import org.jspecify.annotations.Nullable;

/**
 * Records the start and the end of runs, on the thread that runs. A fault in here is
 * counted and goes no further, so that the user's task goes on as if nobody watched.
 */
public final class RunRecorder {

	private final LedgerWriter writer;

	private final LedgerClock clock;

	private final ThreadContext context;

	private final TrackingPolicy policy;

	private final TasksAfterFailure tasksAfterFailure;

	private final Listeners listeners;

	private final Snapshots snapshots;

	private final TrackingErrors errors;

	private final boolean samplesRuns;

	private volatile RunObserver observer = RunObserver.NONE;

	/**
	 * Records runs.
	 * @param samplesRuns whether brief runs may go untimed, unless somebody observes them
	 */
	public RunRecorder(LedgerWriter writer, ThreadContext context, TrackingPolicy policy,
			TasksAfterFailure tasksAfterFailure, Listeners listeners, Snapshots snapshots, boolean samplesRuns) {
		this.writer = writer;
		this.clock = writer.clock();
		this.context = context;
		this.policy = policy;
		this.tasksAfterFailure = tasksAfterFailure;
		this.listeners = listeners;
		this.snapshots = snapshots;
		this.errors = writer.errors();
		this.samplesRuns = samplesRuns;
	}

	public LedgerWriter writer() {
		return this.writer;
	}

	/** Sets the observer of every run. */
	public void observer(RunObserver observer) {
		this.observer = observer;
	}

	public boolean timesEveryRun() {
		return !this.samplesRuns || this.observer != RunObserver.NONE;
	}

	/**
	 * Runs a task between two entries in the ledger. What the task throws goes on
	 * unchanged, what the tracking throws is counted.
	 * @param record the record of the task
	 * @param work what runs: the user's task, or what others have put around it
	 * @param usersTask the user's task, for whoever observes
	 * @param returnsValue whether to call it as a {@link Callable}
	 * @return what the task returns, {@code null} where it returns nothing
	 */
	@SuppressWarnings("unchecked") // goes on unchanged, declared or not
	<X extends Throwable> @Nullable Object run(TaskRecord record, Object work, Object usersTask, boolean returnsValue)
			throws X {
		@Nullable Object[] slots = slots(record);
		OwnerSource ownerBefore = ThreadContext.source(slots);
		boolean handingOverBefore = ThreadContext.isHandingOver(slots);
		ActiveRun active = recordStart(record, slots);
		RunObserver.Observed observed = (active == null) ? null : observed(record, usersTask);
		Throwable failure = null;
		try {
			if (returnsValue) {
				return ((Callable<?>) work).call();
			}
			((Runnable) work).run();
			return null;
		}
		catch (Throwable ex) {
			failure = ex;
			throw (X) ex;
		}
		finally {
			ThreadContext.restore(slots, ownerBefore, handingOverBefore);
			recordEnd(record, active, failure);
			if (observed != null) {
				endObservation(observed, failure);
			}
		}
	}

	/** What the thread is at. */
	@Nullable Object[] slots(TaskRecord record) {
		TaskDetails details = record.knownDetails();
		@Nullable Object[] known = (details == null) ? null : details.ownSlots();
		return (known != null) ? known : this.context.claimedSlots();
	}

	/**
	 * A run starts. One that a trigger drives or that is observed is always timed. So is
	 * one that can overlap with another: the sampling of its site never learns that runs
	 * are brief.
	 * @return the run, {@link ActiveRun#UNTIMED} for one that is not timed, or
	 * {@code null} if the start could not be recorded
	 */
	@Nullable ActiveRun recordStart(TaskRecord record, @Nullable Object[] slots) {
		try {
			boolean untimed = this.observer == RunObserver.NONE && record.counts().sampling.trySkipClock()
					&& !record.isMarked(Lifecycle.TRIGGERED);
			ActiveRun active = untimed ? recordUntimedStart(record, slots) : recordTimedStart(record);
			OwnerSource owner = inherited(record);
			if (owner != null || !ThreadContext.isIdle(slots)) {
				ThreadContext.swap(slots, owner);
				ThreadContext.handingOver(slots, false);
			}
			return active;
		}
		catch (Throwable ex) {
			this.errors.caught("record the start of a run", ex);
			return null;
		}
	}

	private static ActiveRun recordUntimedStart(TaskRecord record, @Nullable Object[] slots) {
		if (record.tryAccept()) {
			record.counts().scheduled();
		}
		record.untimedRunStarts(slots);
		return ActiveRun.UNTIMED;
	}

	private ActiveRun recordTimedStart(TaskRecord record) {
		TaskDetails details = record.details();
		RunLog log = details.openLog(firstDue(record));
		long now = this.clock.nanos();
		long untimed = details.untimedRuns();
		if (untimed != log.untimedRuns()) {
			log.caughtUp(untimed, record.dueNanos(now));
		}
		ActiveRun active = log.begin(Thread.currentThread(), now, details.schedule());
		SiteCounts counts = record.counts();
		Lifecycle.Before before = record.timedRunStarts();
		if (before.opening()) {
			counts.scheduled();
		}
		if (before.live() && !before.running()) {
			counts.beginsToRun();
		}
		counts.scheduler.lateness()
			.started(active.latenessNanos(), log.waitedNanos(active), now, Thread.currentThread().getName());
		return active;
	}

	/** What the run schedules belongs to this, or to nobody where it is {@code null}. */
	private @Nullable OwnerSource inherited(TaskRecord record) {
		TaskOwner owner = record.owner();
		if (owner.kind() == OwnerKind.APPLICATION) {
			return null;
		}
		return owner.isEnded() ? Succession.of(record, this.policy) : owner;
	}

	RunObserver.@Nullable Observed observed(TaskRecord record, Object usersTask) {
		RunObserver observer = this.observer;
		try {
			return (observer == RunObserver.NONE) ? null : observer.starts(usersTask, this.snapshots.of(record));
		}
		catch (Throwable ex) {
			this.errors.caught("observe a run", ex);
			return null;
		}
	}

	/** Closes the observation last, so that listeners run inside it. */
	void endObservation(RunObserver.Observed observed, @Nullable Throwable failure) {
		this.errors.guarded("observe a run", () -> observed.ends(failure));
	}

	private static long firstDue(TaskRecord record) {
		return record.isMarked(Lifecycle.TRIGGERED) ? RunLog.UNKNOWN
				: record.createdNanos() + record.schedule().initialNanos();
	}

	void recordEnd(TaskRecord record, @Nullable ActiveRun active, @Nullable Throwable failure) {
		try {
			if (active == null) {
				endAfterRun(record, outcome(record, failure));
			}
			else if (active == ActiveRun.UNTIMED) {
				recordUntimedEnd(record, failure);
			}
			else {
				recordTimedEnd(record, active, failure);
			}
		}
		catch (Throwable ex) {
			this.errors.caught("record the end of a run", ex);
		}
	}

	private void recordTimedEnd(TaskRecord record, ActiveRun active, @Nullable Throwable failure) {
		RunOutcome outcome = outcome(record, failure);
		TaskDetails details = record.details();
		SiteCounts counts = record.counts();
		CompletedRun done = details.openLog(0).end(active, this.clock.nanos(), outcome, failure, details.schedule());
		if (this.samplesRuns && !counts.scheduler.traits().handsOff()) {
			counts.sampling.timed(active.startedNanos(), done.durationNanos());
		}
		counts.scheduler.lateness().ended(done.durationNanos(), counts.site);
		endAfterRun(record, outcome);
		if (record.timedRunEnds()) {
			counts.runsNoMore();
		}
		tell(record, done);
	}

	private void recordUntimedEnd(TaskRecord record, @Nullable Throwable failure) {
		ActiveRun seen = record.untimedRunEnds(failure != null);
		if (seen != null || failure != null || !record.isUndisturbed()) {
			recordUnusualEnd(record, seen, failure);
		}
		else if (!record.isPeriodic()) {
			this.writer.completedUntimed(record);
		}
	}

	private void recordUnusualEnd(TaskRecord record, @Nullable ActiveRun seen, @Nullable Throwable failure) {
		RunOutcome outcome = outcome(record, failure);
		if (seen != null || failure != null) {
			log(record, seen, outcome, failure);
		}
		else if (!record.isPeriodic()) {
			record.counts().unreported.kind(record.kind());
			record.counts().unreported.add(1);
		}
		endAfterRun(record, outcome);
		if (!record.isLive()) {
			this.writer.reportUntimed(record);
			record.releaseReferences();
		}
	}

	/** A run that was not timed and turned out to be worth it: its start is a guess. */
	private void log(TaskRecord record, @Nullable ActiveRun seen, RunOutcome outcome, @Nullable Throwable failure) {
		SiteCounts counts = record.counts();
		counts.sampling.notBrief();
		TaskDetails details = record.details();
		RunLog log = details.openLog(firstDue(record));
		long now = this.clock.nanos();
		long untimed = details.untimedRuns();
		if (untimed != log.untimedRuns()) {
			log.caughtUp(untimed, record.dueNanos(now));
		}
		ActiveRun active = log.begin(Thread.currentThread(), (seen == null) ? now : seen.startedNanos(),
				details.schedule());
		CompletedRun done = log.end(active, now, outcome, failure, details.schedule());
		counts.scheduler.lateness().ended(done.durationNanos(), counts.site);
		tell(record, done);
	}

	private void tell(TaskRecord record, CompletedRun run) {
		this.listeners.tell((listener) -> listener.ran(record.scheduler().name(), record.kind(), run));
	}

	private static RunOutcome outcome(TaskRecord record, @Nullable Throwable failure) {
		if (record.isCancelling() && (failure != null || Thread.currentThread().isInterrupted())) {
			return RunOutcome.CANCELLED;
		}
		return (failure != null) ? RunOutcome.FAILURE : RunOutcome.SUCCESS;
	}

	private void endAfterRun(TaskRecord record, RunOutcome outcome) {
		boolean periodic = record.isPeriodic();
		if (periodic && outcome == RunOutcome.FAILURE && record.scheduler().traits().mayContinueAfterFailure()) {
			this.tasksAfterFailure.add(record);
		}
		else if (!periodic || outcome == RunOutcome.FAILURE) {
			this.writer.end(record, switch (outcome) {
				case SUCCESS -> TaskState.COMPLETED;
				case FAILURE -> TaskState.FAILED;
				case CANCELLED -> TaskState.CANCELLED;
			});
		}
	}

}
