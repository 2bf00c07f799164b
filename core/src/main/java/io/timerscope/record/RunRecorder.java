package io.timerscope.record;

import java.util.concurrent.Callable;

import io.timerscope.CompletedRun;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.RunObserver;
import io.timerscope.RunOutcome;
import io.timerscope.TaskState;
import io.timerscope.TrackingPolicy;
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

	private final TasksAfterFailure suspects;

	private final Listeners listeners;

	private final Snapshots snapshots;

	private final TrackingErrors errors;

	private final boolean samplesRuns;

	private volatile RunObserver observer = RunObserver.NONE;

	/**
	 * Records runs.
	 * @param samplesRuns whether brief runs may go untimed, unless somebody observes them
	 */
	public RunRecorder(LedgerWriter writer, ThreadContext context, TrackingPolicy policy, TasksAfterFailure suspects,
			Listeners listeners, Snapshots snapshots, boolean samplesRuns) {
		this.writer = writer;
		this.clock = writer.clock();
		this.context = context;
		this.policy = policy;
		this.suspects = suspects;
		this.listeners = listeners;
		this.snapshots = snapshots;
		this.errors = writer.errors();
		this.samplesRuns = samplesRuns;
	}

	public LedgerWriter writer() {
		return this.writer;
	}

	/** Sets who stands around every run. */
	public void observer(RunObserver observer) {
		this.observer = observer;
	}

	public boolean timesEveryRun() {
		return !this.samplesRuns || this.observer != RunObserver.NONE;
	}

	/**
	 * Runs a task between two entries in the ledger. What the task throws goes on
	 * unchanged, what the tracking throws is counted.
	 * @param live the record of the task
	 * @param work what runs: the user's task, or what others have put around it
	 * @param usersTask the user's task, for whoever observes
	 * @param returnsValue whether to call it as a {@link Callable}
	 * @return what the task returns, {@code null} where it returns nothing
	 */
	@SuppressWarnings("unchecked") // goes on unchanged, declared or not
	<X extends Throwable> @Nullable Object run(TaskRecord live, Object work, Object usersTask, boolean returnsValue)
			throws X {
		@Nullable Object[] slots = slots(live);
		OwnerSource ownerBefore = ThreadContext.source(slots);
		boolean handingOverBefore = ThreadContext.isHandingOver(slots);
		RunObserver observer = this.observer;
		ActiveRun active = starts(live, slots, observer == RunObserver.NONE);
		RunObserver.Observed observed = (observer == RunObserver.NONE || active == null) ? null
				: observed(observer, live, usersTask);
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
			if (ownerBefore != null || handingOverBefore || !ThreadContext.isIdle(slots)) {
				ThreadContext.swap(slots, ownerBefore);
				ThreadContext.handingOver(slots, handingOverBefore);
			}
			ends(live, active, failure);
			if (observed != null) {
				endsObserved(observed, failure);
			}
		}
	}

	/** What the thread is at. */
	private @Nullable Object[] slots(TaskRecord live) {
		TaskDetails details = live.knownDetails();
		@Nullable Object[] known = (details == null) ? null : details.ownSlots();
		return (known != null) ? known : this.context.claimedSlots();
	}

	/**
	 * A run starts. One that a trigger drives, that can overlap with another or that is
	 * observed is always timed.
	 * @return the run, {@link ActiveRun#UNTIMED} for one that is not timed, or
	 * {@code null} if the start could not be recorded
	 */
	private @Nullable ActiveRun starts(TaskRecord live, @Nullable Object[] slots, boolean mayBeUntimed) {
		try {
			boolean untimed = mayBeUntimed && live.counts().sampling.skipsClock()
					&& !live.isMarked(Lifecycle.TRIGGERED);
			ActiveRun active = untimed ? startsUntimed(live, slots) : startsTimed(live);
			OwnerSource owner = inherited(live);
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

	private static ActiveRun startsUntimed(TaskRecord live, @Nullable Object[] slots) {
		if (live.admitByRun()) {
			live.counts().scheduled();
		}
		live.untimedRunStarts(slots);
		return ActiveRun.UNTIMED;
	}

	private ActiveRun startsTimed(TaskRecord live) {
		TaskDetails details = live.details();
		RunLog log = details.openLog(firstDue(live));
		long now = this.clock.nanos();
		long untimed = details.untimedRuns();
		if (untimed != log.untimedRuns()) {
			log.caughtUp(untimed, live.dueNanos(now));
		}
		ActiveRun active = log.begin(Thread.currentThread(), now, details.schedule());
		SiteCounts counts = live.counts();
		Lifecycle.Before before = live.runStarts();
		if (before.opening()) {
			counts.scheduled();
		}
		if (before.live() && !before.running()) {
			counts.runs();
		}
		counts.scheduler.pace()
			.started(active.latenessNanos(), log.waitedNanos(active), now, Thread.currentThread().getName());
		return active;
	}

	/** What the run schedules belongs to this, or to nobody where it is {@code null}. */
	private @Nullable OwnerSource inherited(TaskRecord live) {
		TaskOwner owner = live.owner();
		if (owner.kind() == OwnerKind.APPLICATION) {
			return null;
		}
		return owner.isEnded() ? Succession.of(live, this.policy) : owner;
	}

	private RunObserver.@Nullable Observed observed(RunObserver observer, TaskRecord live, Object usersTask) {
		try {
			return observer.starts(usersTask, this.snapshots.of(live));
		}
		catch (Throwable ex) {
			this.errors.caught("observe a run", ex);
			return null;
		}
	}

	/** Whoever observes lets go last, so that the listeners record inside. */
	private void endsObserved(RunObserver.Observed observed, @Nullable Throwable failure) {
		this.errors.guarded("observe a run", () -> observed.ends(failure));
	}

	private static long firstDue(TaskRecord live) {
		return live.isMarked(Lifecycle.TRIGGERED) ? RunLog.UNKNOWN
				: live.createdNanos() + live.schedule().initialNanos();
	}

	private void ends(TaskRecord live, @Nullable ActiveRun active, @Nullable Throwable failure) {
		try {
			if (active == null) {
				endAfterRun(live, outcome(live, failure));
			}
			else if (active == ActiveRun.UNTIMED) {
				endsUntimed(live, failure);
			}
			else {
				endsTimed(live, active, failure);
			}
		}
		catch (Throwable ex) {
			this.errors.caught("record the end of a run", ex);
		}
	}

	private void endsTimed(TaskRecord live, ActiveRun active, @Nullable Throwable failure) {
		RunOutcome outcome = outcome(live, failure);
		TaskDetails details = live.details();
		SiteCounts counts = live.counts();
		CompletedRun done = details.openLog(0).end(active, this.clock.nanos(), outcome, failure, details.schedule());
		if (this.samplesRuns && !counts.scheduler.traits().handsOff()) {
			counts.sampling.timed(active.startedNanos(), done.durationNanos());
		}
		counts.scheduler.pace().ended(done.durationNanos(), counts.site);
		endAfterRun(live, outcome);
		if (live.runEnds()) {
			counts.runsNoMore();
		}
		tell(live, done);
	}

	private void endsUntimed(TaskRecord live, @Nullable Throwable failure) {
		ActiveRun seen = live.untimedRunEnds(failure != null);
		if (seen != null || failure != null || !live.isUndisturbed()) {
			endsUnusually(live, seen, failure);
		}
		else if (!live.isPeriodic()) {
			this.writer.completedUntimed(live);
		}
	}

	private void endsUnusually(TaskRecord live, @Nullable ActiveRun seen, @Nullable Throwable failure) {
		RunOutcome outcome = outcome(live, failure);
		if (seen != null || failure != null) {
			log(live, seen, outcome, failure);
		}
		else if (!live.isPeriodic()) {
			live.counts().unreported.kind(live.kind());
			live.counts().unreported.add(1);
		}
		endAfterRun(live, outcome);
		if (!live.isLive()) {
			this.writer.reportUntimed(live);
			live.letGoOfHandles();
		}
	}

	/** A run that was not timed and turned out to be worth it: its start is a guess. */
	private void log(TaskRecord live, @Nullable ActiveRun seen, RunOutcome outcome, @Nullable Throwable failure) {
		SiteCounts counts = live.counts();
		counts.sampling.notBrief();
		TaskDetails details = live.details();
		RunLog log = details.openLog(firstDue(live));
		long now = this.clock.nanos();
		long untimed = details.untimedRuns();
		if (untimed != log.untimedRuns()) {
			log.caughtUp(untimed, live.dueNanos(now));
		}
		ActiveRun active = log.begin(Thread.currentThread(), (seen == null) ? now : seen.startedNanos(),
				details.schedule());
		CompletedRun done = log.end(active, now, outcome, failure, details.schedule());
		counts.scheduler.pace().ended(done.durationNanos(), counts.site);
		tell(live, done);
	}

	private void tell(TaskRecord live, CompletedRun run) {
		this.listeners.tell((listener) -> listener.ran(live.scheduler().name(), live.kind(), run));
	}

	private static RunOutcome outcome(TaskRecord live, @Nullable Throwable failure) {
		if (live.isCancelling() && (failure != null || Thread.currentThread().isInterrupted())) {
			return RunOutcome.CANCELLED;
		}
		return (failure != null) ? RunOutcome.FAILURE : RunOutcome.SUCCESS;
	}

	private void endAfterRun(TaskRecord live, RunOutcome outcome) {
		boolean periodic = live.isPeriodic();
		if (periodic && outcome == RunOutcome.FAILURE && live.scheduler().traits().survivesFailure()) {
			this.suspects.add(live);
		}
		else if (!periodic || outcome == RunOutcome.FAILURE) {
			this.writer.end(live, switch (outcome) {
				case SUCCESS -> TaskState.COMPLETED;
				case FAILURE -> TaskState.FAILED;
				case CANCELLED -> TaskState.CANCELLED;
			});
		}
	}

}
