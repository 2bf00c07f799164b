package io.timerscope;

import org.jspecify.annotations.Nullable;

/**
 * The counts of one site on one scheduler for one kind of owner: the smallest sum that
 * the ledger keeps.
 */
final class Line extends Counts {

	final SchedulerRecord scheduler;

	final Site site;

	final OwnerKind ownerKind;

	final RunSampling sampling = new RunSampling();

	final UntoldRuns untold = new UntoldRuns();

	private final Lines lines;

	private volatile @Nullable Schedule lastSchedule;

	private volatile @Nullable LineOwners owners;

	/** What the sums of the scheduler contain; guarded by the lines. */
	private Totals counted = Totals.ZERO;

	/** No live task of this line has a smaller id; guarded by who looks for it. */
	private long oldest;

	Line(Lines lines, SchedulerRecord scheduler, Site site, OwnerKind ownerKind, long firstId) {
		this.lines = lines;
		this.scheduler = scheduler;
		this.site = site;
		this.ownerKind = ownerKind;
		this.oldest = firstId;
	}

	@Override
	void announceChange() {
		this.lines.changed(this);
	}

	/** One object for equal schedules: most lines know only one period. */
	Schedule interned(Schedule schedule) {
		Schedule last = this.lastSchedule;
		if (last != null && schedule.equals(last)) {
			return last;
		}
		this.lastSchedule = schedule;
		return schedule;
	}

	/** Who left periodic tasks here; {@code null} where no request or session did. */
	@Nullable LineOwners knownOwners() {
		return this.owners;
	}

	synchronized LineOwners owners() {
		LineOwners owners = this.owners;
		if (owners == null) {
			owners = new LineOwners();
			this.owners = owners;
		}
		return owners;
	}

	Totals totals() {
		return this.lines.totals(this);
	}

	Totals counted() {
		return this.counted;
	}

	void counted(Totals counted) {
		this.counted = counted;
	}

	long oldest() {
		return this.oldest;
	}

	void oldest(long oldest) {
		this.oldest = oldest;
	}

}
