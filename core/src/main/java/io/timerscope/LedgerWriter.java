package io.timerscope;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.timerscope.TaskTracker.Opening;
import org.jspecify.annotations.Nullable;

/**
 * The write side of the ledger: a task is opened, runs, and ends. A fault in here is
 * counted and goes no further, so that the user's task goes on as if nobody watched.
 */
final class LedgerWriter {

	/** Some seventy years, which no clock of the JVM wraps around in. */
	private static final long FAR = Long.MAX_VALUE / 4;

	private final TaskLedger ledger;

	private final TimeSource time;

	/** Whether the pool's clock is ours, so that it can be asked later. */
	private final boolean lazyTimes;

	private final LiveTasks live;

	private final OwnerContext context;

	private final Suspects suspects;

	LedgerWriter(TaskLedger ledger, LiveTasks live, Suspects suspects) {
		this.ledger = ledger;
		this.time = ledger.time();
		this.lazyTimes = this.time == TimeSource.system();
		this.context = ledger.context();
		this.live = live;
		this.suspects = suspects;
	}

	TrackedRun open(Opening opening, Object task, Schedule schedule) {
		LiveTask live = new LiveTask(opening.line(), opening.owner(), opening.siteInferred(),
				new TaskDetails(Thread.currentThread().getName(), schedule, this.time.nanos()));
		TrackedRun run = TrackedRun.of(live, task);
		live.work(run);
		begin(live);
		return run;
	}

	<V extends @Nullable Object> OneShot<V> openOneShot(Opening opening, Object task, boolean call, long delayNanos) {
		String thread = Thread.currentThread().getName();
		Object details = this.lazyTimes ? thread
				: new TaskDetails(thread, Schedule.once(delayNanos), this.time.nanos());
		OneShot<V> live = new OneShot<>(opening.line(), opening.owner(), opening.siteInferred(), details, task, call,
				delayNanos);
		begin(live);
		return live;
	}

	private void begin(LiveTask live) {
		this.live.add(live);
		if (live.owner().kind().isShortLived()) {
			live.owner().add(live);
		}
	}

	/** The scheduler threw, or had no time for the task. */
	void notTaken(LiveTask live, boolean rejected) {
		try {
			if (!live.refuse(this.time)) {
				return;
			}
			this.live.remove(live);
			live.letGoOfHandles();
			if (rejected) {
				live.line().rejected.increment();
				live.details();
				this.ledger.ended().add(live);
			}
		}
		catch (Throwable ex) {
			this.ledger.errors().caught("forget a task that was refused", ex);
		}
	}

	void taken(LiveTask live, @Nullable Future<?> future) {
		try {
			if (live.admit(future)) {
				live.line().scheduled.increment();
			}
			Owner.Ended end = live.owner().ended();
			if (end != null && live.isLive()) {
				this.ledger.leaks().outlives(live, end, this);
			}
		}
		catch (Throwable ex) {
			this.ledger.errors().caught("record a task's future", ex);
		}
	}

	RunEntry runStarts(LiveTask live) {
		try {
			if (live.line().skipsClock() && canGoUntimed(live)) {
				if (live.admitByRun()) {
					live.line().scheduled.increment();
				}
				live.untimedRunStarts(Thread.currentThread());
				return enter(live, ActiveRun.UNTIMED);
			}
			TaskDetails details = live.details();
			RunLog log = details.openLog(firstDue(live));
			long now = this.time.nanos();
			if (details.unloggedRuns() != 0) {
				log.due(live.dueNanos(now));
				details.logUntimedRuns();
			}
			ActiveRun active = log.begin(Thread.currentThread(), now, details.schedule());
			LiveTask.Before before = live.runStarts();
			if (before.opening()) {
				live.line().scheduled.increment();
			}
			if (before.live() && !before.running()) {
				live.line().running.increment();
			}
			live.line().tracker.pace()
				.started(active.latenessNanos(), active.startedNanos(), Thread.currentThread().getName());
			return enter(live, active);
		}
		catch (Throwable ex) {
			this.ledger.errors().caught("record the start of a run", ex);
			return RunEntry.UNTRACKED;
		}
	}

	/**
	 * Runs that a trigger drives, that can overlap or that are observed are timed each.
	 */
	private boolean canGoUntimed(LiveTask live) {
		TaskDetails details = live.knownDetails();
		return !this.ledger.timesEveryRun() && !live.line().tracker.traits().handsOff()
				&& (details == null || !(details.schedule() instanceof Schedule.OnTrigger));
	}

	private RunEntry enter(LiveTask live, ActiveRun active) {
		Owner owner = live.owner();
		boolean inherited = owner.kind() != OwnerKind.APPLICATION && !owner.isEnded();
		if (!inherited && active == ActiveRun.UNTIMED && this.context.isIdle()) {
			return RunEntry.IDLE;
		}
		return new RunEntry(active, this.context.swap(inherited ? owner : null), this.context.handingOver(false));
	}

	private static long firstDue(LiveTask live) {
		return (live.schedule() instanceof Schedule.OnTrigger) ? RunLog.UNKNOWN
				: live.createdNanos() + live.schedule().initialNanos();
	}

	void runEnds(LiveTask live, RunEntry entry, @Nullable Throwable failure) {
		try {
			ActiveRun active = entry.active();
			RunOutcome outcome = outcome(live, failure);
			if (active == null) {
				endAfterRun(live, outcome);
				return;
			}
			if (entry.ownerBefore() != null || entry.handingOverBefore() || !this.context.isIdle()) {
				this.context.swap(entry.ownerBefore());
				this.context.handingOver(entry.handingOverBefore());
			}
			if (active == ActiveRun.UNTIMED) {
				untimedRunEnds(live, outcome, failure);
				return;
			}
			TaskDetails details = live.details();
			CompletedRun done = details.openLog(0).end(active, this.time.nanos(), outcome, failure, details.schedule());
			live.line().timed(done.durationNanos());
			live.line().tracker.pace().ended(done.durationNanos(), live.line().site);
			endAfterRun(live, outcome);
			if (live.runEnds()) {
				live.line().running.decrement();
			}
			tell(live, done);
		}
		catch (Throwable ex) {
			this.ledger.errors().caught("record the end of a run", ex);
		}
	}

	private void untimedRunEnds(LiveTask live, RunOutcome outcome, @Nullable Throwable failure) {
		ActiveRun seen = live.untimedRunEnds();
		if (seen != null || failure != null) {
			log(live, seen, outcome, failure);
		}
		else if (live.isPeriodic()) {
			live.details().untimedRun();
		}
		else {
			live.line().untold(1, live.schedule().kind());
		}
		endAfterRun(live, outcome);
		if (!live.isLive()) {
			tellUntold(live);
		}
	}

	/** A run that was not timed and turned out to be worth it: its start is a guess. */
	private void log(LiveTask live, @Nullable ActiveRun seen, RunOutcome outcome, @Nullable Throwable failure) {
		live.line().notBrief();
		TaskDetails details = live.details();
		RunLog log = details.openLog(firstDue(live));
		long now = this.time.nanos();
		if (details.unloggedRuns() != 0) {
			log.due(live.dueNanos(now));
			details.logUntimedRuns();
		}
		long started = (seen == null) ? now : seen.startedNanos();
		ActiveRun active = log.begin(Thread.currentThread(), started, details.schedule());
		CompletedRun done = log.end(active, now, outcome, failure, details.schedule());
		live.line().tracker.pace().ended(done.durationNanos(), live.line().site);
		tell(live, done);
	}

	private void tell(LiveTask live, CompletedRun run) {
		this.ledger.listeners()
			.tell((listener) -> listener.ran(live.line().tracker.name(), live.schedule().kind(), run));
	}

	/**
	 * Tells listeners of the runs that nobody timed, as if each took as long as the last.
	 */
	void tellUntold(LiveTask live) {
		TaskDetails details = live.knownDetails();
		if (details != null && details.untimedRuns() != 0) {
			live.line().untold(details.takeUntoldRuns(), details.schedule().kind());
		}
	}

	private static RunOutcome outcome(LiveTask live, @Nullable Throwable failure) {
		if (live.isCancelling() && (failure != null || Thread.currentThread().isInterrupted())) {
			return RunOutcome.CANCELLED;
		}
		return (failure != null) ? RunOutcome.FAILURE : RunOutcome.SUCCESS;
	}

	private void endAfterRun(LiveTask live, RunOutcome outcome) {
		boolean periodic = live.isPeriodic();
		if (periodic && outcome == RunOutcome.FAILURE && live.line().tracker.traits().survivesFailure()) {
			this.suspects.add(live);
		}
		else if (!periodic || outcome == RunOutcome.FAILURE) {
			end(live, switch (outcome) {
				case SUCCESS -> TaskState.COMPLETED;
				case FAILURE -> TaskState.FAILED;
				case CANCELLED -> TaskState.CANCELLED;
			});
		}
	}

	/** The trigger named the time of the next run. */
	void dueAt(LiveTask live, Instant due) {
		long wait = TimeUnit.NANOSECONDS.convert(Duration.between(this.time.now(), due));
		live.openLog(0).due(this.time.nanos() + Math.min(wait, FAR));
	}

	/** The trigger has no further time, or threw. */
	void triggerEnded(LiveTask live, @Nullable Throwable failure) {
		if (live.isAdmitted()) {
			if (failure != null) {
				live.openLog(0).triggerFailed(failure);
			}
			end(live, (failure == null) ? TaskState.COMPLETED : TaskState.FAILED);
		}
	}

	/** Cancels through the scheduler's future; returns whether that ended the task. */
	boolean cancel(LiveTask live) {
		Future<?> future = live.future();
		return future != null && future.cancel(false) && end(live, TaskState.CANCELLED);
	}

	private static void noteRetained(LiveTask live, TaskTracker tracker) {
		Future<?> future = live.future();
		if (future != null && Boolean.FALSE.equals(tracker.pool().removeOnCancel())) {
			live.cancelled(future);
		}
	}

	/** Ends the task, unless somebody else did before. */
	boolean end(LiveTask live, TaskState end) {
		LiveTask.Before before = live.end(end, this.time);
		if (before == null) {
			return false;
		}
		Line line = live.line();
		if (before.opening()) {
			line.scheduled.increment();
		}
		line.ends(end).increment();
		if (before.running()) {
			line.running.decrement();
		}
		this.live.remove(live);
		if ((live.isReturningValue() || end == TaskState.FAILED) && live.owner().kind().isShortLived()) {
			live.owner().remove(live);
		}
		this.ledger.ended().add(live);
		if (end == TaskState.CANCELLED) {
			live.letGo();
			noteRetained(live, line.tracker);
		}
		live.letGoOfHandles();
		TaskDetails details = live.knownDetails();
		if (details != null) {
			details.unsee(line);
		}
		tellUntold(live);
		if (before.leak() != null) {
			this.ledger.leaks().recovered(live, before.leak(), this.ledger.read());
		}
		if (end == TaskState.FAILED && live.isPeriodic()) {
			RunLog log = live.log();
			String error = (log == null) ? null : log.fatalError();
			this.ledger.listeners().tell((listener) -> listener.died(this.ledger.read().snapshot(live), error));
		}
		return true;
	}

}
