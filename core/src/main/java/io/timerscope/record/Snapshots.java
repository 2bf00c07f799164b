package io.timerscope.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

import io.timerscope.CompletedRun;
import io.timerscope.PlainText;
import io.timerscope.Site;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import io.timerscope.clock.LedgerClock;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into what readers and listeners get: words, instants and durations.
 */
public final class Snapshots {

	private final LedgerClock clock;

	public Snapshots(LedgerClock clock) {
		this.clock = clock;
	}

	public TaskSnapshot of(TaskRecord task) {
		RunLog log = task.log();
		CompletedRun last = (log == null) ? null : log.lastRun();
		Site site = task.site();
		TaskState state = task.state();
		return new TaskSnapshot(task.id(), site.taskName(), task.scheduler().name(), task.schedule(), state,
				owner(task.owner()), site, task.isMarked(Lifecycle.INFERRED), PlainText.of(task.thread()),
				at(task.createdNanos()), (state == TaskState.WAITING) ? nextRun(task) : null,
				state.isLive() ? null : endedAt(task), task.runs(), (log == null) ? 0 : log.failures(),
				(last == null) ? null : run(last), task.isOutlived(), leak(task));
	}

	/**
	 * Everything about one task.
	 * @param holds the types that its object captures
	 */
	public TaskSnapshot.Detail detail(TaskRecord task, List<String> holds) {
		RunLog log = task.log();
		List<TaskSnapshot.RunSnapshot> history = (log == null) ? List.of()
				: log.history().stream().map(this::run).toList();
		return new TaskSnapshot.Detail(of(task), task.site().stack(), history, running(task), holds);
	}

	public TaskSnapshot.RunSnapshot run(CompletedRun run) {
		return new TaskSnapshot.RunSnapshot(at(run.startedNanos()), Duration.ofNanos(run.durationNanos()),
				Duration.ofNanos(run.latenessNanos()), run.outcome(), run.error());
	}

	/** A one-shot that was met alive and ends in this moment keeps no time of its own. */
	private Instant endedAt(TaskRecord task) {
		long ended = task.endedNanos();
		return at((ended == TaskDetails.UNKNOWN) ? this.clock.nanos() : ended);
	}

	private TaskSnapshot.@Nullable Running running(TaskRecord task) {
		ActiveRun active = task.activeRun(this.clock.nanos());
		if (active == null) {
			return null;
		}
		StackTraceElement[] stack = active.thread().getStackTrace();
		boolean stillIt = task.isActive(active);
		return new TaskSnapshot.Running(at(active.startedNanos()), Duration.ofNanos(active.latenessNanos()),
				PlainText.of(active.thread().getName()), stillIt ? List.of(stack) : List.of());
	}

	private TaskSnapshot.OwnerSnapshot owner(TaskOwner owner) {
		TaskOwner.Ended ended = owner.ended();
		return new TaskSnapshot.OwnerSnapshot(owner.kind(), owner.name(), owner.id(), at(owner.openedNanos()),
				(ended == null) ? null : at(ended.nanos()));
	}

	private TaskSnapshot.@Nullable LeakSnapshot leak(TaskRecord task) {
		TaskRecord.LeakedSince leaked = task.leakedSince();
		return (leaked == null) ? null
				: new TaskSnapshot.LeakSnapshot(leaked.reason(), leaked.witness(), at(leaked.nanos()));
	}

	private @Nullable Instant nextRun(TaskRecord task) {
		if (task.future() instanceof Delayed delayed) {
			return at(this.clock.nanos() + delayed.getDelay(TimeUnit.NANOSECONDS));
		}
		return null;
	}

	private Instant at(long nanos) {
		return this.clock.instantOf(nanos);
	}

}
