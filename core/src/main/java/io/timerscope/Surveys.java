package io.timerscope;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What can be found out by a walk over the live tasks. Each answer is a walk of its own;
 * it stops no writer.
 */
final class Surveys {

	private final LedgerClock clock;

	private final LiveTasks live;

	private final Snapshots snapshots;

	private final CapturedFields fields;

	private final Predicate<Site> isMeantToLive;

	private final HeldTypes heldTypes;

	private final OldestTasks oldest;

	/**
	 * Surveys of one ledger.
	 * @param isMeantToLive whether the user said that tasks of a site go on on purpose
	 */
	Surveys(LedgerClock clock, LiveTasks live, Snapshots snapshots, CapturedFields fields,
			Predicate<Site> isMeantToLive) {
		this.clock = clock;
		this.live = live;
		this.snapshots = snapshots;
		this.fields = fields;
		this.isMeantToLive = isMeantToLive;
		this.heldTypes = new HeldTypes(fields.objects(), fields.errors());
		this.oldest = new OldestTasks(live);
	}

	/** Called by the application's clock. */
	void tick() {
		this.oldest.tick();
	}

	TrackingErrors errors() {
		return this.fields.errors();
	}

	/** The sites with most leaks, then with most live tasks. */
	List<SiteSnapshot> sites(List<SchedulerRecord> schedulers, List<LineSnapshot> counts) {
		return new SiteRanking(this.clock, this.oldest).list(schedulers, counts);
	}

	/** The tasks that are leaks or have outlived their owner, grouped. */
	OutlivedTasks outlived() {
		return new LeakSurvey(this.clock, this.fields, this.isMeantToLive).walk(this.live);
	}

	/** All live tasks, grouped by where and for whom they were scheduled. */
	List<LiveGroup> groups() {
		LiveGroups groups = new LiveGroups(this.clock.nanos());
		this.live.forEachAfter(0, groups);
		return groups.list();
	}

	/** How the schedulers work. */
	WorkSurvey work(List<SchedulerRecord> schedulers, Function<Site, Duration> runLimit) {
		return new WorkWalk(this.clock, this.snapshots, runLimit).walk(this.live, schedulers);
	}

	/** The types that a task's object captures. */
	List<String> holds(LiveTask task) {
		return this.heldTypes.of(task);
	}

}
