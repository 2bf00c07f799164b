package io.timerscope;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One walk over the live tasks that looks at the periodic ones. Called by the clock, once
 * per tick.
 */
final class JobWalk {

	private static final int MOST = 10_000;

	private final TaskLedger ledger;

	private final LedgerReader reader;

	private final long nowNanos;

	private final Map<TaskTracker, Boolean> paused = new HashMap<>();

	private final List<JobSnapshot> suspects = new ArrayList<>();

	private final TwinSearch twins;

	JobWalk(TaskLedger ledger, LedgerReader reader) {
		this.ledger = ledger;
		this.reader = reader;
		this.nowNanos = ledger.time().nanos();
		this.twins = new TwinSearch(ledger);
	}

	JobSurvey walk() {
		this.ledger.live().forEachAfter(0, (task) -> {
			if (task.isPeriodic() && task.isAdmitted() && task.isLive()) {
				this.twins.visit(task);
				JobSnapshot job = (this.suspects.size() < MOST) ? suspect(task) : null;
				if (job != null) {
					this.suspects.add(job);
				}
			}
			return true;
		});
		return new JobSurvey(this.suspects, this.twins.found());
	}

	private @Nullable JobSnapshot suspect(LiveTask task) {
		TaskDetails details = task.details();
		RunLog log = details.log();
		boolean seldom = log == null || log.untimedRuns() == details.untimedRuns();
		if (!seldom) {
			return null;
		}
		int failures = (log == null) ? 0 : log.failuresInARow();
		int overruns = (log == null) ? 0 : log.overrunsInARow();
		boolean late = !task.isRunning() && isLate(task, log);
		if (failures == 0 && overruns == 0 && !late) {
			return null;
		}
		CompletedRun last = (log == null) ? null : log.lastRun();
		CompletedRun success = (log == null) ? null : log.lastSuccess();
		long since = (success != null) ? RunLog.endNanos(success)
				: details.createdNanos() + details.schedule().initialNanos();
		long without = this.ledger.pauses().awake(since, this.nowNanos);
		boolean overdue = !task.isRunning() && isOverdue(details.schedule(), log, failures, late, without);
		return new JobSnapshot(task.line().site, task.line().tracker.name(), details.schedule(), failures, overruns,
				task.line().tracker.traits().handsOff(), (last == null) ? null : this.reader.run(last),
				(success == null) ? null : this.ledger.instantOf(RunLog.endNanos(success)), Duration.ofNanos(without),
				overdue);
	}

	/** Whether a run is due, and the scheduler is at work. */
	private boolean isLate(LiveTask task, @Nullable RunLog log) {
		if (log == null && task.isMarked(Lifecycle.TRIGGERED)) {
			return false;
		}
		long due = task.dueNanos(this.nowNanos);
		return due != RunLog.UNKNOWN && this.nowNanos - due > 0 && !isPaused(task.line().tracker);
	}

	/** What is due on a paused scheduler waits for whoever paused it. */
	private boolean isPaused(TaskTracker tracker) {
		return this.paused.computeIfAbsent(tracker, (it) -> !it.isAtWork(false));
	}

	/** A period that means never stays so. */
	private static long twice(long nanos) {
		return (nanos > Long.MAX_VALUE / 2) ? Long.MAX_VALUE : 2 * nanos;
	}

	private boolean isOverdue(Schedule schedule, @Nullable RunLog log, int failures, boolean late, long withoutNanos) {
		Schedule keeps = schedule.keeps();
		if (keeps instanceof Schedule.FixedRate rate) {
			return withoutNanos > twice(rate.nanos());
		}
		if (keeps instanceof Schedule.FixedDelay delay) {
			return withoutNanos > twice(delay.nanos());
		}
		long following = (log == null) ? RunLog.UNKNOWN : log.followingNanos();
		int missed = failures + (late ? 1 : 0);
		missed += (late && following != RunLog.UNKNOWN && this.nowNanos - following > 0) ? 1 : 0;
		return missed >= 2;
	}

}
