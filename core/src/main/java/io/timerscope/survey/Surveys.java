package io.timerscope.survey;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import io.timerscope.Site;
import io.timerscope.leak.CapturedFields;
import io.timerscope.clock.LedgerClock;
import io.timerscope.record.LiveTasks;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.Snapshots;
import io.timerscope.record.TaskRecord;
import io.timerscope.record.TrackingErrors;
import io.timerscope.snapshot.JobAge;
import io.timerscope.snapshot.KeptBytes;
import io.timerscope.snapshot.LiveGroup;
import io.timerscope.snapshot.OutlivedTasks;
import io.timerscope.snapshot.SiteCountsSnapshot;
import io.timerscope.snapshot.SiteSnapshot;
import io.timerscope.snapshot.WorkSurvey;

/**
 * What can be found out by a walk over the live tasks. Each answer is a walk of its own;
 * it stops no writer.
 */
public final class Surveys {

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
	public Surveys(LedgerClock clock, LiveTasks live, Snapshots snapshots, CapturedFields fields,
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
	public void tick() {
		this.oldest.tick();
	}

	public TrackingErrors errors() {
		return this.fields.errors();
	}

	/** The sites with most leaks, then with most live tasks. */
	public List<SiteSnapshot> sites(List<SchedulerRecord> schedulers, List<SiteCountsSnapshot> counts) {
		return new SiteRanking(this.clock, this.oldest).list(schedulers, counts);
	}

	/** The tasks that are leaks or have outlived their owner, grouped. */
	public OutlivedTasks outlived() {
		return new LeakSurvey(this.clock, this.fields, this.isMeantToLive).walk(this.live);
	}

	/** All live tasks, grouped by where and for whom they were scheduled. */
	public List<LiveGroup> groups() {
		LiveGroups groups = new LiveGroups(this.clock.nanos());
		this.live.forEachAfter(0, groups);
		return groups.list();
	}

	/** How the schedulers work. */
	public WorkSurvey work(List<SchedulerRecord> schedulers, Function<Site, Duration> runLimit) {
		return new WorkWalk(this.clock, this.snapshots, runLimit).walk(this.live, schedulers);
	}

	/** When periodic tasks last did their job. */
	public List<JobAge> jobs() {
		return new JobAges(this.clock).walk(this.live);
	}

	/** What the leaked tasks of some sites keep in memory. */
	public KeptBytes kept(Predicate<Site> sites) {
		return new KeptWalk(this.fields, sites).walk(this.live);
	}

	/** The types that a task's object captures. */
	public List<String> holds(TaskRecord task) {
		return this.heldTypes.of(task);
	}

}
