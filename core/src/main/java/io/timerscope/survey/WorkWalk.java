package io.timerscope.survey;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.timerscope.Nanos;
import io.timerscope.PlainText;
import io.timerscope.Site;
import io.timerscope.record.ActiveRun;
import io.timerscope.record.Lateness;
import io.timerscope.clock.LedgerClock;
import io.timerscope.record.Lifecycle;
import io.timerscope.record.LiveTasks;
import io.timerscope.clock.Pauses;
import io.timerscope.record.RunLog;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.Snapshots;
import io.timerscope.record.TaskRecord;
import io.timerscope.snapshot.LongRuns;
import io.timerscope.snapshot.SchedulerLateness;
import io.timerscope.snapshot.WorkSurvey;
import org.jspecify.annotations.Nullable;

/**
 * One walk over the live tasks that looks at runs under way, at tasks that are due, and
 * at periodic tasks.
 */
final class WorkWalk {

	private final LedgerClock clock;

	private final Pauses pauses;

	private final Function<Site, Duration> runLimit;

	private final long nowNanos;

	private final Map<SchedulerRecord, Backlog> backlogs = new HashMap<>();

	private final Map<Place, Group> groups = new LinkedHashMap<>();

	private final JobWalk jobs;

	WorkWalk(LedgerClock clock, Snapshots snapshots, Function<Site, Duration> runLimit) {
		this.clock = clock;
		this.pauses = clock.pauses();
		this.runLimit = runLimit;
		this.nowNanos = clock.nanos();
		this.jobs = new JobWalk(clock, snapshots);
	}

	WorkSurvey walk(LiveTasks live, List<SchedulerRecord> schedulers) {
		boolean afterPause = this.pauses.takeFresh();
		schedulers.forEach((scheduler) -> this.backlogs.put(scheduler, new Backlog(scheduler.isAtWork(true))));
		live.forEachAfter(0, (task) -> {
			visit(task);
			this.jobs.visit(task);
			return true;
		});
		return new WorkSurvey(afterPause, schedulers.stream().map(this::pace).toList(),
				this.groups.entrySet().stream().map((entry) -> longRuns(entry.getKey(), entry.getValue())).toList(),
				this.jobs.survey());
	}

	private void visit(TaskRecord task) {
		Backlog backlog = this.backlogs.get(task.scheduler());
		if (backlog == null || !backlog.atWork) {
			return;
		}
		if (task.isRunning()) {
			ActiveRun run = task.activeRun(this.nowNanos);
			if (run != null) {
				running(task, run, backlog);
			}
		}
		else if (task.isAccepted()) {
			waiting(task, backlog);
		}
	}

	private void running(TaskRecord task, ActiveRun run, Backlog backlog) {
		long nanos = this.pauses.awake(run.startedNanos(), this.nowNanos);
		if (backlog.longest == null || nanos > backlog.longestNanos) {
			backlog.longestNanos = nanos;
			backlog.longest = new SchedulerLateness.Holder(task.site(), Duration.ofNanos(nanos),
					PlainText.of(run.thread().getName()));
		}
		Duration limit = this.runLimit.apply(task.site());
		if (nanos > Nanos.of(limit)) {
			this.groups.computeIfAbsent(new Place(task.site(), task.scheduler().name()), (key) -> new Group(limit))
				.add(run, nanos, task);
		}
	}

	private void waiting(TaskRecord task, Backlog backlog) {
		if (task.log() == null && task.isMarked(Lifecycle.TRIGGERED)) {
			return;
		}
		RunLog log = task.log();
		long due = task.dueNanos(this.nowNanos);
		due = (log == null) ? due : log.notBefore(due);
		if (this.nowNanos - due > 0) {
			backlog.overdue++;
			backlog.overdueNanos = Math.max(backlog.overdueNanos, this.pauses.awake(due, this.nowNanos));
		}
	}

	private SchedulerLateness pace(SchedulerRecord scheduler) {
		Backlog backlog = Objects.requireNonNull(this.backlogs.get(scheduler));
		Lateness.Sample sample = scheduler.lateness().lastSample();
		Lateness.Longest ended = sample.longest();
		SchedulerLateness.Holder holder = backlog.longest;
		if (ended != null && (holder == null || ended.durationNanos() > backlog.longestNanos)) {
			holder = new SchedulerLateness.Holder(ended.site(), Duration.ofNanos(ended.durationNanos()), null);
		}
		return new SchedulerLateness(scheduler.name(), Duration.ofNanos(sample.latenessNanos()), backlog.overdue,
				Duration.ofNanos(backlog.overdueNanos), holder, scheduler.lateness().thread());
	}

	private LongRuns longRuns(Place place, Group group) {
		ActiveRun run = Objects.requireNonNull(group.longest);
		TaskRecord task = Objects.requireNonNull(group.task);
		StackTraceElement[] stack = run.thread().getStackTrace();
		boolean stillIt = task.isActive(run);
		return new LongRuns(place.site(), place.scheduler(), group.count, group.limit,
				this.clock.instantOf(run.startedNanos()), Duration.ofNanos(group.longestNanos),
				PlainText.of(run.thread().getName()), stillIt ? List.of(stack) : List.of());
	}

	private record Place(Site site, String scheduler) {
	}

	private static final class Backlog {

		private final boolean atWork;

		private long overdue;

		private long overdueNanos;

		private long longestNanos;

		private SchedulerLateness.@Nullable Holder longest;

		Backlog(boolean atWork) {
			this.atWork = atWork;
		}

	}

	private static final class Group {

		private final Duration limit;

		private long count;

		private long longestNanos;

		private @Nullable ActiveRun longest;

		private @Nullable TaskRecord task;

		Group(Duration limit) {
			this.limit = limit;
		}

		private void add(ActiveRun run, long nanos, TaskRecord task) {
			this.count++;
			if (this.longest == null || nanos > this.longestNanos) {
				this.longestNanos = nanos;
				this.longest = run;
				this.task = task;
			}
		}

	}

}
