package io.timerscope.survey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.timerscope.CompletedRun;
import io.timerscope.Schedule;
import io.timerscope.clock.LedgerClock;
import io.timerscope.record.Lifecycle;
import io.timerscope.record.RunLog;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.Snapshots;
import io.timerscope.record.TaskDetails;
import io.timerscope.record.TaskRecord;
import io.timerscope.snapshot.JobSnapshot;
import io.timerscope.snapshot.JobSurvey;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the periodic tasks among those that a walk over the live ones meets. Called by
 * the clock, once per tick.
 */
final class JobWalk {

	private static final int MOST = 10_000;

	private final LedgerClock clock;

	private final Snapshots snapshots;

	private final long nowNanos;

	private final Map<SchedulerRecord, Boolean> paused = new HashMap<>();

	private final List<JobSnapshot> suspects = new ArrayList<>();

	private final DuplicateSearch twins;

	JobWalk(LedgerClock clock, Snapshots snapshots) {
		this.clock = clock;
		this.snapshots = snapshots;
		this.nowNanos = clock.nanos();
		this.twins = new DuplicateSearch(clock);
	}

	/** Called with the oldest task first. */
	void visit(TaskRecord task) {
		if (task.isPeriodic() && task.isAccepted() && task.isLive()) {
			this.twins.visit(task);
			JobSnapshot job = (this.suspects.size() < MOST) ? suspect(task) : null;
			if (job != null) {
				this.suspects.add(job);
			}
		}
	}

	JobSurvey survey() {
		return new JobSurvey(this.suspects, this.twins.found());
	}

	private @Nullable JobSnapshot suspect(TaskRecord task) {
		TaskDetails details = task.details();
		RunLog log = details.log();
		if (details.untimedRuns() != ((log == null) ? 0 : log.untimedRuns())) {
			return null; // it ran of late, often and well
		}
		int failures = (log == null) ? 0 : log.failuresInARow();
		int overruns = (log == null) ? 0 : log.overrunsInARow();
		long due = due(task, log);
		boolean late = !task.isRunning() && due != RunLog.UNKNOWN && this.nowNanos - due > 0
				&& !isPaused(task.scheduler());
		if (failures == 0 && overruns == 0 && !late) {
			return null;
		}
		CompletedRun last = (log == null) ? null : log.lastRun();
		long success = (log == null) ? RunLog.UNKNOWN : log.lastSuccessNanos();
		long since = (success != RunLog.UNKNOWN) ? success
				: details.createdNanos() + details.schedule().keeps().initialNanos();
		long without = this.clock.pauses().awake(since, this.nowNanos);
		boolean overdue = !task.isRunning() && isOverdue(details.schedule(), log, failures, due, late, without);
		return new JobSnapshot(task.site(), task.scheduler().name(), details.schedule(), failures, overruns,
				task.scheduler().traits().handsOff(), (last == null) ? null : this.snapshots.run(last),
				(success == RunLog.UNKNOWN) ? null : this.clock.instantOf(success), Duration.ofNanos(without), overdue);
	}

	/** When the next run is due, or {@link RunLog#UNKNOWN}. */
	private long due(TaskRecord task, @Nullable RunLog log) {
		return (log == null && task.isMarked(Lifecycle.TRIGGERED)) ? RunLog.UNKNOWN : task.dueNanos(this.nowNanos);
	}

	/** What is due on a paused scheduler waits for whoever paused it. */
	private boolean isPaused(SchedulerRecord scheduler) {
		return this.paused.computeIfAbsent(scheduler, (it) -> !it.isAtWork(false));
	}

	/**
	 * Two runs were missed at least: they failed, or were due and did not come. Where the
	 * runs keep a period, two of them have passed too.
	 */
	private boolean isOverdue(Schedule schedule, @Nullable RunLog log, int failures, long due, boolean late,
			long withoutNanos) {
		Schedule keeps = schedule.keeps();
		long period = (keeps instanceof Schedule.FixedRate rate) ? rate.nanos()
				: (keeps instanceof Schedule.FixedDelay delay) ? delay.nanos() : 0;
		long missed = failures;
		if (late && period > 0) {
			missed += 1 + (this.nowNanos - due) / period;
		}
		else if (late) {
			long following = (log == null) ? RunLog.UNKNOWN : log.followingNanos();
			missed += (following != RunLog.UNKNOWN && this.nowNanos - following > 0) ? 2 : 1;
		}
		return missed >= 2 && withoutNanos / 2 >= period;
	}

}
