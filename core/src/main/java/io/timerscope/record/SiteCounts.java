package io.timerscope.record;

import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.Totals;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one site on one scheduler for one kind of owner: the smallest sum that
 * the ledger keeps.
 */
public final class SiteCounts extends TaskCounts {

	public final SchedulerRecord scheduler;

	public final Site site;

	public final OwnerKind ownerKind;

	final RunSampling sampling = new RunSampling();

	final UnreportedRuns unreported = new UnreportedRuns();

	private final SchedulerCounts sums;

	private volatile @Nullable Schedule lastSchedule;

	private volatile @Nullable SiteOwners owners;

	/** What the sums of the scheduler contain; guarded by {@link SchedulerCounts}. */
	private Totals counted = Totals.ZERO;

	/** No live task of this site has a smaller id; guarded by who looks for it. */
	private long oldest;

	SiteCounts(SchedulerCounts sums, SchedulerRecord scheduler, Site site, OwnerKind ownerKind, long firstId) {
		this.sums = sums;
		this.scheduler = scheduler;
		this.site = site;
		this.ownerKind = ownerKind;
		this.oldest = firstId;
	}

	@Override
	void announceChange() {
		this.sums.changed(this);
	}

	/** One object for equal schedules: most sites know only one period. */
	Schedule interned(Schedule schedule) {
		Schedule last = this.lastSchedule;
		if (last != null && schedule.equals(last)) {
			return last;
		}
		this.lastSchedule = schedule;
		return schedule;
	}

	/** Who left periodic tasks here; {@code null} where no request or session did. */
	public @Nullable SiteOwners knownOwners() {
		return this.owners;
	}

	public synchronized SiteOwners owners() {
		SiteOwners owners = this.owners;
		if (owners == null) {
			owners = new SiteOwners();
			this.owners = owners;
		}
		return owners;
	}

	public Totals totals() {
		return this.sums.totals(this);
	}

	Totals counted() {
		return this.counted;
	}

	void counted(Totals counted) {
		this.counted = counted;
	}

	public long oldest() {
		return this.oldest;
	}

	public void oldest(long oldest) {
		this.oldest = oldest;
	}

}
