package io.timerscope.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.timerscope.DurationText;
import io.timerscope.snapshot.SchedulerLateness;
import org.jspecify.annotations.Nullable;

/** Sees schedulers whose runs start late, and who holds their threads. */
final class LateCheck implements Check {

	private final FindingLimits limits;

	private Map<String, Streak> streaks = new HashMap<>();

	LateCheck(FindingLimits limits) {
		this.limits = limits;
	}

	@Override
	public FindingKind kind() {
		return FindingKind.LATE;
	}

	@Override
	public List<Observation> look(Scene scene) {
		Map<String, Streak> after = new HashMap<>();
		List<Observation> observations = new ArrayList<>();
		for (SchedulerLateness pace : scene.work().paces()) {
			Duration late = later(pace.lateness(), pace.overdueBy());
			Streak last = this.streaks.get(pace.scheduler());
			if (!scene.isFair() || late.compareTo(this.limits.lateAfter()) <= 0) {
				continue;
			}
			SchedulerLateness.Holder holder = longer(pace.holder(), (last == null) ? null : last.holder());
			Streak streak = new Streak((last == null) ? 1 : last.samples() + 1,
					(last == null) ? scene.now() : last.since(), holder);
			after.put(pace.scheduler(), streak);
			if (streak.samples() >= this.limits.consecutive()) {
				observations.add(observation(pace, late, streak));
			}
		}
		this.streaks = after;
		return observations;
	}

	private static Duration later(Duration one, Duration other) {
		return (one.compareTo(other) >= 0) ? one : other;
	}

	private static SchedulerLateness.@Nullable Holder longer(SchedulerLateness.@Nullable Holder now,
			SchedulerLateness.@Nullable Holder before) {
		if (now == null || before == null) {
			return (now == null) ? before : now;
		}
		return (now.duration().compareTo(before.duration()) >= 0) ? now : before;
	}

	private Observation observation(SchedulerLateness pace, Duration late, Streak streak) {
		SchedulerLateness.Holder holder = streak.holder();
		String waiting = (pace.overdue() == 0) ? "" : "; " + Words.count(pace.overdue(), "due task")
				+ ((pace.overdue() == 1) ? " waits" : " wait") + " for a thread";
		return new Observation(FindingKind.LATE, pace.scheduler(), pace.scheduler(), Math.max(1, pace.overdue()),
				streak.since(),
				"runs start up to " + DurationText.of(late) + " late in " + Words.count(streak.samples(), "sample")
						+ " in a row, the limit is " + DurationText.of(this.limits.lateAfter()) + waiting
						+ ((holder == null) ? "" : "; " + holds(holder)),
				"Give the scheduler more threads (for Boot's own: spring.task.scheduling.pool.size), or move the long "
						+ "work" + ((holder == null) ? "" : " of " + holder.site().taskName())
						+ " to an executor of its own");
	}

	private static String holds(SchedulerLateness.Holder holder) {
		String who = holder.site().taskName() + " (" + holder.site() + ")";
		return (holder.thread() == null) ? who + " held a thread for " + DurationText.of(holder.duration())
				: who + " has held the thread " + holder.thread() + " for " + DurationText.of(holder.duration());
	}

	private record Streak(int samples, Instant since, SchedulerLateness.@Nullable Holder holder) {
	}

}
