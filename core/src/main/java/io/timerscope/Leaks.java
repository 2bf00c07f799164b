package io.timerscope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Decides which live tasks are leaks. That a task outlived its owner is a fact; it is a
 * leak if a {@link Witness} says that nobody wants or can end it. Facts are brought up to
 * date with each reading, the witnesses are heard once per tick.
 */
final class Leaks implements OwnerEnds {

	private final LedgerClock clock;

	private final LiveTasks live;

	private final HandleWatch handles;

	private final StaleTasks stale;

	private final TrackingPolicy policy;

	private final Listeners listeners;

	private final Snapshots snapshots;

	private final TrackingErrors errors;

	private final LeakWatch watch = new LeakWatch();

	private final LeakCounts counts = new LeakCounts();

	/** Lines where requests or sessions schedule periodic tasks. */
	private final Set<Line> periodicLines = ConcurrentHashMap.newKeySet();

	Leaks(LedgerClock clock, LiveTasks live, HandleWatch handles, StaleTasks stale, TrackingPolicy policy,
			Listeners listeners, Snapshots snapshots, TrackingErrors errors) {
		this.clock = clock;
		this.live = live;
		this.handles = handles;
		this.stale = stale;
		this.policy = policy;
		this.listeners = listeners;
		this.snapshots = snapshots;
		this.errors = errors;
	}

	LeakCounts counts() {
		return this.counts;
	}

	@Override
	public void periodicTaskScheduled(LiveTask task) {
		if (task.owner().kind().needsWitness()) {
			task.owner().enter(task.line()).taskScheduled();
			this.periodicLines.add(task.line());
		}
	}

	@Override
	public void periodicTaskEnded(LiveTask task) {
		LineOwners.OneOwner owner = task.owner().at(task.line());
		if (owner != null) {
			owner.taskEnded(LineOwners.minute(this.clock.nanos()));
		}
	}

	/**
	 * Cancels or watches what goes on after its owner.
	 * @return how many tasks were looked at, also those of others
	 */
	int ownerEnded(TaskOwner owner, LedgerWriter writer) {
		TaskOwner.Ended end = owner.ended();
		if (end == null || !end.accuses()) {
			return 0;
		}
		int looks = owner.forEachTask(this.live,
				(task) -> this.errors.guarded("end an owner's task", () -> outlives(task, end, writer)));
		long minute = LineOwners.minute(end.nanos());
		owner.periodicLines().forEach((line) -> line.ownerEnded(minute));
		return looks;
	}

	@Override
	public void outlives(LiveTask task, TaskOwner.Ended end, LedgerWriter writer) {
		OwnerKind kind = task.owner().kind();
		Site site = task.line().site;
		if (kind == OwnerKind.APPLICATION || !end.accuses()) {
			return;
		}
		if (this.policy.cancelsOnOwnerEnd(kind, site) && !isMeantToLive(site) && cancel(task, writer)) {
			this.counts.cancelled(kind);
		}
		else if (task.isLive()) {
			long graceEnds = end.nanos() + Nanos.of(this.policy.grace(kind, site));
			this.watch.add(new LeakWatch.Entry(task, end, graceEnds, graceEnds));
		}
	}

	/** Whether the user said that the tasks of a line go on on purpose. */
	boolean isMeantToLive(Site site) {
		return site.livesWithApplication() || this.policy.ignores(site);
	}

	/** A task that Timerscope cancels says nothing for the line that scheduled it. */
	private static boolean cancel(LiveTask task, LedgerWriter writer) {
		LineOwners.OneOwner owner = task.isPeriodic() ? task.owner().at(task.line()) : null;
		if (owner == null) {
			return writer.cancel(task);
		}
		owner.cancels(true);
		boolean cancelled = writer.cancel(task);
		if (!cancelled) {
			owner.cancels(false);
		}
		return cancelled;
	}

	/** Finds the tasks whose grace period is over. */
	void catchUp() {
		long now = this.clock.nanos();
		for (LeakWatch.Entry entry : this.watch.due(now)) {
			LiveTask task = entry.task();
			long due = entry.graceEndsNanos() + this.clock.pauses().during(entry.ended().nanos(), now);
			if (task.owner().ended() != entry.ended()) {
				continue;
			}
			if (due - now > 0) {
				this.watch.add(entry.until(due));
			}
			else {
				this.errors.guarded("judge a task that outlived its owner", () -> outlived(task, due, now));
			}
		}
	}

	private void outlived(LiveTask task, long sinceNanos, long now) {
		if (!task.outlives()) {
			return;
		}
		task.line().outlived();
		if (isMeantToLive(task.line().site)) {
			return;
		}
		if (!task.owner().kind().needsWitness()) {
			leaks(task, Witness.OWNER_GONE, sinceNanos, null);
			return;
		}
		LineOwners.OneOwner owner = task.isPeriodic() ? task.owner().at(task.line()) : null;
		if (owner != null) {
			owner.graceOver(LineOwners.minute(now));
			LineOwners owners = task.line().knownOwners();
			if (owners != null && owners.isPiling()) {
				leaks(task, Witness.PILING_UP, sinceNanos, null);
			}
		}
	}

	/** Hears the witnesses. Called by the clock. */
	void judge() {
		catchUp();
		long now = this.clock.nanos();
		this.handles.unreachable().forEach((task) -> leaks(task, Witness.UNREACHABLE, now, null));
		judgeLines(now);
		this.stale.look().forEach((it) -> leaks(it.task(), Witness.STALE, now, it.ended()));
	}

	private void judgeLines(long now) {
		long minute = LineOwners.minute(now);
		Set<Line> piling = new HashSet<>();
		Set<Line> fine = new HashSet<>();
		for (Line line : this.periodicLines) {
			LineOwners owners = line.owners();
			if (owners.isIdle(minute)) {
				forget(line, owners, minute);
			}
			else if (owners.judge(minute, this.policy.minOwners())) {
				(owners.isPiling() && !isMeantToLive(line.site) ? piling : fine).add(line);
			}
		}
		if (piling.isEmpty() && fine.isEmpty()) {
			return;
		}
		this.live.forEachAfter(0, (task) -> {
			if (task.isOutlived() && task.isPeriodic() && piling.contains(task.line())) {
				leaks(task, Witness.PILING_UP, now, null);
			}
			else if (fine.contains(task.line())) {
				acquit(task);
			}
			return true;
		});
	}

	/** A task that is scheduled meanwhile brings its line back. */
	private void forget(Line line, LineOwners owners, long minute) {
		this.periodicLines.remove(line);
		if (!owners.isIdle(minute)) {
			this.periodicLines.add(line);
		}
	}

	private void acquit(LiveTask task) {
		LiveTask.LeakedSince leaked = task.leakedSince();
		if (leaked != null && leaked.witness() == Witness.PILING_UP && task.isAcquitted()) {
			task.line().leakedNoMore();
		}
	}

	private void leaks(LiveTask task, Witness witness, long sinceNanos, @Nullable String ended) {
		LeakReason outlived = task.isOutlived() ? task.owner().kind().outlived() : null;
		LeakReason reason = (outlived != null) ? outlived : LeakReason.ABANDONED;
		if (task.leaks(new LiveTask.LeakedSince(reason, witness, sinceNanos, ended))) {
			task.line().leaked();
			this.counts.found(reason);
			if (!this.listeners.isEmpty()) {
				this.listeners.tell((listener) -> listener.leaked(this.snapshots.of(task)));
			}
		}
		else {
			task.leaksBy(witness, ended);
		}
	}

	/** The user has changed what is meant to go on. */
	void judgeAnew() {
		long now = this.clock.nanos();
		this.live.forEachAfter(0, (task) -> {
			if (task.isLive()) {
				judgeAnew(task, now);
			}
			return true;
		});
	}

	private void judgeAnew(LiveTask task, long now) {
		if (isMeantToLive(task.line().site)) {
			LiveTask.LeakedSince leaked = task.leakedSince();
			if (leaked != null && task.isAcquitted()) {
				task.line().leakedNoMore();
				if (leaked.witness() == Witness.UNREACHABLE) {
					this.handles.unheld(task);
				}
			}
		}
		else if (task.isOutlived()) {
			LineOwners owners = task.line().knownOwners();
			if (!task.owner().kind().needsWitness()) {
				leaks(task, Witness.OWNER_GONE, now, null);
			}
			else if (task.isPeriodic() && owners != null && owners.isPiling()) {
				leaks(task, Witness.PILING_UP, now, null);
			}
		}
	}

	/**
	 * Cancels the leaks that the user wants cancelled. Called by the clock.
	 * @param lines the counts of all lines
	 */
	void cancelLeaks(List<LineSnapshot> lines, LedgerWriter writer) {
		if (lines.stream().noneMatch((line) -> line.totals().leaked() > 0 && this.policy.cancelsLeaks(line.site()))) {
			return;
		}
		List<LiveTask> leaks = new ArrayList<>();
		this.live.forEachAfter(0, (task) -> {
			if (task.leak() != null && task.isLive() && this.policy.cancelsLeaks(task.line().site)) {
				leaks.add(task);
			}
			return true;
		});
		for (LiveTask task : leaks) {
			if (cancel(task, writer)) {
				this.counts.cancelledLeak();
			}
		}
	}

	@Override
	public void recovered(LiveTask task, LeakReason reason) {
		task.line().recovered();
		this.counts.recovered(reason);
		if (!this.listeners.isEmpty()) {
			this.listeners.tell((listener) -> listener.recovered(this.snapshots.of(task)));
		}
	}

}
