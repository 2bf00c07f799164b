package io.timerscope.record;

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

	/** What the thread is at, to be handed to both methods that follow. */
	@Nullable Object[] slots(TaskRecord live) {
		TaskDetails details = live.knownDetails();
		@Nullable Object[] known = (details == null) ? null : details.ownSlots();
		return (known != null) ? known : this.context.claimedSlots();
	}

	/**
	 * A run starts. One that a trigger drives, that can overlap with another or that is
	 * observed is always timed.
	 * @param live the task
	 * @param task what is about to run
	 * @param slots what the thread is at
	 * @return to be handed to {@link #ends}
	 */
	RunEntry starts(TaskRecord live, Object task, @Nullable Object[] slots) {
		try {
			RunObserver observer = this.observer;
			if (observer == RunObserver.NONE) {
				boolean untimed = live.counts().sampling.skipsClock() && !live.isMarked(Lifecycle.TRIGGERED);
				return untimed ? startsUntimed(live, slots) : startsTimed(live, slots);
			}
			return observed(startsTimed(live, slots), observer, live, task);
		}
		catch (Throwable ex) {
			this.errors.caught("record the start of a run", ex);
			return RunEntry.UNTRACKED;
		}
	}

	private RunEntry startsUntimed(TaskRecord live, @Nullable Object[] slots) {
		if (live.admitByRun()) {
			live.counts().scheduled();
		}
		live.untimedRunStarts(slots);
		OwnerSource owner = inherited(live);
		return (owner == null && ThreadContext.isIdle(slots)) ? RunEntry.IDLE : enter(ActiveRun.UNTIMED, owner, slots);
	}

	private RunEntry startsTimed(TaskRecord live, @Nullable Object[] slots) {
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
		return enter(active, inherited(live), slots);
	}

	/** What the run schedules belongs to this, or to nobody where it is {@code null}. */
	private @Nullable OwnerSource inherited(TaskRecord live) {
		TaskOwner owner = live.owner();
		if (owner.kind() == OwnerKind.APPLICATION) {
			return null;
		}
		return owner.isEnded() ? Succession.of(live, this.policy) : owner;
	}

	private static RunEntry enter(ActiveRun active, @Nullable OwnerSource owner, @Nullable Object[] slots) {
		return new RunEntry(active, ThreadContext.swap(slots, owner), ThreadContext.handingOver(slots, false));
	}

	private RunEntry observed(RunEntry entry, RunObserver observer, TaskRecord live, Object task) {
		try {
			return entry.observedBy(observer.starts(task, this.snapshots.of(live)));
		}
		catch (Throwable ex) {
			this.errors.caught("observe a run", ex);
			return entry;
		}
	}

	private static long firstDue(TaskRecord live) {
		return live.isMarked(Lifecycle.TRIGGERED) ? RunLog.UNKNOWN
				: live.createdNanos() + live.schedule().initialNanos();
	}

	/**
	 * A run is over. Whoever observes it lets go last, so that the listeners record
	 * inside.
	 */
	void ends(TaskRecord live, RunEntry entry, @Nullable Throwable failure, @Nullable Object[] slots) {
		try {
			ActiveRun active = entry.active();
			if (active == null) {
				endAfterRun(live, outcome(live, failure));
				return;
			}
			if (!entry.wasIdle() || !ThreadContext.isIdle(slots)) {
				ThreadContext.swap(slots, entry.ownerBefore());
				ThreadContext.handingOver(slots, entry.handingOverBefore());
			}
			if (active == ActiveRun.UNTIMED) {
				endsUntimed(live, failure);
			}
			else {
				endsTimed(live, active, failure);
			}
		}
		catch (Throwable ex) {
			this.errors.caught("record the end of a run", ex);
		}
		RunObserver.Observed observed = entry.observed();
		if (observed != null) {
			this.errors.guarded("observe a run", () -> observed.ends(failure));
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
