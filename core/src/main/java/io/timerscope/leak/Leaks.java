package io.timerscope.leak;

import java.util.ArrayList;
import java.util.List;

import io.timerscope.LeakReason;
import io.timerscope.Nanos;
import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.TrackingPolicy;
import io.timerscope.Witness;
import io.timerscope.clock.LedgerClock;
import io.timerscope.record.LedgerWriter;
import io.timerscope.record.Listeners;
import io.timerscope.record.LiveTasks;
import io.timerscope.record.OwnedTaskListener;
import io.timerscope.record.SiteOwners;
import io.timerscope.record.Snapshots;
import io.timerscope.record.TaskOwner;
import io.timerscope.record.TaskRecord;
import io.timerscope.record.TrackingErrors;
import io.timerscope.snapshot.SiteCountsSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Decides which live tasks are leaks. That a task outlived its owner is a fact; it is a
 * leak if a {@link Witness} says that nobody wants or can end it. Facts are brought up to
 * date with each reading, the witnesses are heard once per tick.
 */
public final class Leaks implements OwnedTaskListener {

	private final LedgerClock clock;

	private final LiveTasks live;

	private final AbandonedFutures abandonedFutures;

	private final StaleTasks stale;

	private final TrackingPolicy policy;

	private final Listeners listeners;

	private final Snapshots snapshots;

	private final TrackingErrors errors;

	private final GracePeriods gracePeriods = new GracePeriods();

	private final LeakCounts counts = new LeakCounts();

	private final PilingUpSites pilingUp = new PilingUpSites();

	public Leaks(LedgerClock clock, LiveTasks live, AbandonedFutures abandonedFutures, StaleTasks stale,
			TrackingPolicy policy, Listeners listeners, Snapshots snapshots, TrackingErrors errors) {
		this.clock = clock;
		this.live = live;
		this.abandonedFutures = abandonedFutures;
		this.stale = stale;
		this.policy = policy;
		this.listeners = listeners;
		this.snapshots = snapshots;
		this.errors = errors;
	}

	public LeakCounts counts() {
		return this.counts;
	}

	@Override
	public void periodicTaskScheduled(TaskRecord task) {
		if (task.owner().kind().needsWitness()) {
			task.owner().enter(task.counts()).taskScheduled();
			this.pilingUp.watch(task.counts());
		}
	}

	@Override
	public void periodicTaskEnded(TaskRecord task) {
		SiteOwners.OneOwner owner = task.owner().at(task.counts());
		if (owner != null) {
			owner.taskEnded(SiteOwners.minute(this.clock.nanos()));
		}
	}

	/**
	 * Cancels or watches what goes on after its owner.
	 * @return how many tasks were looked at, also those of others
	 */
	public int ownerEnded(TaskOwner owner, LedgerWriter writer) {
		TaskOwner.Ended end = owner.ended();
		if (end == null || !end.accuses()) {
			return 0;
		}
		int looks = owner.forEachTask(this.live,
				(task) -> this.errors.guarded("end an owner's task", () -> outlives(task, end, writer)));
		long minute = SiteOwners.minute(end.nanos());
		owner.periodicLines().forEach((counts) -> counts.ownerEnded(minute));
		return looks;
	}

	@Override
	public void outlives(TaskRecord task, TaskOwner.Ended end, LedgerWriter writer) {
		OwnerKind kind = task.owner().kind();
		Site site = task.site();
		if (kind == OwnerKind.APPLICATION || !end.accuses()) {
			return;
		}
		if (this.policy.cancelsOnOwnerEnd(kind, site) && !isMeantToLive(site) && writer.cancelInternally(task)) {
			this.counts.cancelled(kind);
		}
		else if (task.isLive()) {
			long graceEnds = end.nanos() + Nanos.of(this.policy.grace(kind, site));
			this.gracePeriods.add(new GracePeriods.Entry(task, end, graceEnds, graceEnds));
		}
	}

	/** Whether the user said that the tasks of a site go on on purpose. */
	public boolean isMeantToLive(Site site) {
		return site.livesWithApplication() || this.policy.ignores(site);
	}

	/** Finds the tasks whose grace period is over. */
	public void catchUp() {
		long now = this.clock.nanos();
		for (GracePeriods.Entry entry : this.gracePeriods.due(now)) {
			TaskRecord task = entry.task();
			long due = entry.graceEndsNanos() + this.clock.pauses().during(entry.ended().nanos(), now);
			if (task.owner().ended() != entry.ended()) {
				continue;
			}
			if (due - now > 0) {
				this.gracePeriods.add(entry.until(due));
			}
			else {
				this.errors.guarded("judge a task that outlived its owner", () -> outlived(task, due, now));
			}
		}
	}

	private void outlived(TaskRecord task, long sinceNanos, long now) {
		if (!task.tryMarkOutlived()) {
			return;
		}
		task.counts().outlived();
		if (isMeantToLive(task.site())) {
			return;
		}
		if (!task.owner().kind().needsWitness()) {
			markLeaked(task, Witness.OWNER_GONE, sinceNanos, null);
			return;
		}
		SiteOwners.OneOwner owner = task.isPeriodic() ? task.owner().at(task.counts()) : null;
		if (owner != null) {
			owner.graceOver(SiteOwners.minute(now));
			SiteOwners owners = task.counts().knownOwners();
			if (owners != null && owners.isPiling()) {
				markLeaked(task, Witness.PILING_UP, sinceNanos, null);
			}
		}
	}

	/** Hears the witnesses. Called by the clock. */
	public void judge() {
		catchUp();
		long now = this.clock.nanos();
		this.abandonedFutures.unreachable().forEach((task) -> markLeaked(task, Witness.UNREACHABLE, now, null));
		judgeSites(now);
		this.stale.look().forEach((it) -> markLeaked(it.task(), Witness.STALE, now, it.ended()));
	}

	private void judgeSites(long now) {
		PilingUpSites.Change change = this.pilingUp.judge(SiteOwners.minute(now), this.policy.minOwners(),
				(site) -> !isMeantToLive(site));
		if (change.isNone()) {
			return;
		}
		this.live.forEachAfter(0, (task) -> {
			if (task.isOutlived() && task.isPeriodic() && change.piling().contains(task.counts())) {
				markLeaked(task, Witness.PILING_UP, now, null);
			}
			else if (change.fine().contains(task.counts())) {
				acquit(task);
			}
			return true;
		});
	}

	private void acquit(TaskRecord task) {
		TaskRecord.LeakedSince leaked = task.leakedSince();
		if (leaked != null && leaked.witness() == Witness.PILING_UP && task.acquit()) {
			task.counts().leakedNoMore();
		}
	}

	private void markLeaked(TaskRecord task, Witness witness, long sinceNanos, @Nullable String ended) {
		LeakReason outlived = task.isOutlived() ? task.owner().kind().outlived() : null;
		LeakReason reason = (outlived != null) ? outlived : LeakReason.ABANDONED;
		if (task.tryMarkLeaked(new TaskRecord.LeakedSince(reason, witness, sinceNanos, ended))) {
			task.counts().leaked();
			this.counts.found(reason);
			if (!this.listeners.isEmpty()) {
				this.listeners.tell((listener) -> listener.leaked(this.snapshots.of(task)));
			}
		}
		else {
			task.strengthenLeak(witness, ended);
		}
	}

	/** The user has changed what is meant to go on. */
	public void judgeAnew() {
		long now = this.clock.nanos();
		this.live.forEachAfter(0, (task) -> {
			if (task.isLive()) {
				judgeAnew(task, now);
			}
			return true;
		});
	}

	private void judgeAnew(TaskRecord task, long now) {
		if (isMeantToLive(task.site())) {
			TaskRecord.LeakedSince leaked = task.leakedSince();
			if (leaked != null && task.acquit()) {
				task.counts().leakedNoMore();
				if (leaked.witness() == Witness.UNREACHABLE) {
					this.abandonedFutures.unheld(task);
				}
			}
		}
		else if (task.isOutlived()) {
			SiteOwners owners = task.counts().knownOwners();
			if (!task.owner().kind().needsWitness()) {
				markLeaked(task, Witness.OWNER_GONE, now, null);
			}
			else if (task.isPeriodic() && owners != null && owners.isPiling()) {
				markLeaked(task, Witness.PILING_UP, now, null);
			}
		}
	}

	/**
	 * Cancels the leaks that the user wants cancelled. Called by the clock.
	 * @param siteCounts the counts of all sites
	 */
	public void cancelLeaks(List<SiteCountsSnapshot> siteCounts, LedgerWriter writer) {
		if (siteCounts.stream()
			.noneMatch((counts) -> counts.totals().leaked() > 0 && this.policy.cancelsLeaks(counts.site()))) {
			return;
		}
		List<TaskRecord> leaks = new ArrayList<>();
		this.live.forEachAfter(0, (task) -> {
			if (task.leak() != null && task.isLive() && this.policy.cancelsLeaks(task.site())) {
				leaks.add(task);
			}
			return true;
		});
		for (TaskRecord task : leaks) {
			if (isStillLeaked(task)) {
				writer.cancelInternally(task);
			}
		}
	}

	/** An operator may have spoken meanwhile. */
	private boolean isStillLeaked(TaskRecord task) {
		return task.leak() != null && !isMeantToLive(task.site());
	}

	@Override
	public void recovered(TaskRecord task, LeakReason reason) {
		task.counts().recovered();
		this.counts.recovered(reason);
		if (!this.listeners.isEmpty()) {
			this.listeners.tell((listener) -> listener.recovered(this.snapshots.of(task)));
		}
	}

}
