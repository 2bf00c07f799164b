package io.timerscope.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.Totals;
import io.timerscope.pool.PoolView;
import io.timerscope.record.EndedTasks;
import io.timerscope.clock.LedgerClock;
import io.timerscope.record.LiveTasks;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.Snapshots;
import io.timerscope.record.TaskRecord;
import io.timerscope.snapshot.JobAge;
import io.timerscope.snapshot.KeptBytes;
import io.timerscope.snapshot.LedgerSnapshot;
import io.timerscope.snapshot.LiveGroup;
import io.timerscope.snapshot.OutlivedTasks;
import io.timerscope.snapshot.SchedulerSnapshot;
import io.timerscope.snapshot.SiteCountsSnapshot;
import io.timerscope.snapshot.WorkSurvey;
import io.timerscope.survey.Surveys;
import org.jspecify.annotations.Nullable;

/**
 * The read side of the ledger. What it returns is immutable. It stops no writer, and may
 * be used by any thread.
 *
 * @since 0.1.0
 */
public final class LedgerReader {

	private final LedgerClock clock;

	private final LiveTasks live;

	private final EndedTasks ended;

	private final Schedulers schedulers;

	private final LedgerUpdates updates;

	private final Surveys surveys;

	private final Snapshots snapshots;

	private final TaskPages pages;

	LedgerReader(LedgerClock clock, LiveTasks live, EndedTasks ended, Schedulers schedulers, LedgerUpdates updates,
			Surveys surveys, Snapshots snapshots) {
		this.clock = clock;
		this.live = live;
		this.ended = ended;
		this.schedulers = schedulers;
		this.updates = updates;
		this.surveys = surveys;
		this.snapshots = snapshots;
		this.pages = new TaskPages(live, ended, snapshots);
	}

	/**
	 * Reads everything that the endpoint shows.
	 * @param query which tasks are wanted; the other parts are always whole
	 * @return the ledger at this instant
	 */
	public LedgerSnapshot snapshot(TaskQuery query) {
		this.updates.catchUp();
		Schedulers.Census census = this.schedulers.census();
		List<SchedulerSnapshot> schedulers = schedulers(census.schedulers());
		Totals totals = census.past();
		for (SchedulerSnapshot scheduler : schedulers) {
			totals = totals.plus(scheduler.totals());
		}
		return new LedgerSnapshot(time(), totals, schedulers, this.surveys.sites(census.schedulers(), siteCounts()),
				this.pages.page(query, totals));
	}

	/**
	 * The ledger's time.
	 * @return the current instant
	 */
	public Instant time() {
		return this.clock.instantOf(this.clock.nanos());
	}

	/**
	 * The counts over all schedulers. Does not walk the live tasks.
	 * @return one consistent reading
	 */
	public Totals totals() {
		this.updates.catchUp();
		Schedulers.Census census = this.schedulers.census();
		Totals totals = census.past();
		for (SchedulerRecord scheduler : census.schedulers()) {
			totals = totals.plus(scheduler.totals());
		}
		return totals;
	}

	/**
	 * Everything about one task, live or among the last that ended.
	 * @param id the task's id
	 * @return the task, or {@code null} if it is not known any more
	 */
	public TaskSnapshot.@Nullable Detail find(long id) {
		this.updates.catchUp();
		TaskRecord task = this.live.find(id);
		if (task == null) {
			task = this.ended.find(id);
		}
		return (task == null) ? null : this.snapshots.detail(task, this.surveys.holds(task));
	}

	/**
	 * Visits live tasks, oldest first, as snapshots.
	 * @param visitor returns whether it wants more
	 */
	public void forEachLive(Predicate<TaskSnapshot> visitor) {
		this.live.forEachAfter(0, (task) -> !task.isAccepted() || visitor.test(this.snapshots.of(task)));
	}

	/**
	 * The counts of every site on every scheduler for every kind of owner. Does not walk
	 * the live tasks.
	 * @return each site as one consistent reading, in no order
	 */
	public List<SiteCountsSnapshot> siteCounts() {
		List<SiteCountsSnapshot> siteCounts = new ArrayList<>();
		for (SchedulerRecord scheduler : this.schedulers.records()) {
			siteCounts.addAll(scheduler.counts().snapshots());
		}
		return siteCounts;
	}

	/**
	 * The tasks that are leaks or have outlived their owner, grouped. Walks the live
	 * tasks only if there are any.
	 * @return the groups, the one with the oldest task first
	 */
	public OutlivedTasks outlived() {
		Totals totals = totals();
		return (totals.leaked() == 0 && totals.outlived() == 0) ? OutlivedTasks.NONE : this.surveys.outlived();
	}

	/**
	 * The live tasks, grouped by where and for whom they were scheduled. Walks all of
	 * them once.
	 * @return the groups, leaks first, then the largest
	 */
	public List<LiveGroup> groups() {
		this.updates.catchUp();
		return this.surveys.groups();
	}

	/**
	 * Whether a periodic task that has died has a live successor at its site: one that
	 * was scheduled after its death, or by its last run. Walks the live tasks up to the
	 * first one.
	 * @param site the site
	 * @param death when the task died
	 * @param run when its last run began
	 * @param thread the thread of that run
	 * @return {@code true} if there is one, on any scheduler
	 */
	public boolean hasSuccessor(Site site, Instant death, Instant run, String thread) {
		boolean[] found = new boolean[1];
		this.live.forEachAfter(0, (task) -> {
			found[0] = task.site() == site && task.isPeriodic() && task.isLive()
					&& this.clock.instantOf(task.createdNanos()).isAfter(thread.equals(task.thread()) ? run : death);
			return !found[0];
		});
		return found[0];
	}

	/**
	 * How the schedulers work. Walks the live tasks once; asked for once per tick.
	 * @param runLimit how long one run of a site may take
	 * @return late starts, tasks that wait for a thread, runs over their limit, and
	 * periodic tasks that may not do their job
	 */
	public WorkSurvey work(Function<Site, Duration> runLimit) {
		return this.surveys.work(this.schedulers.records(), runLimit);
	}

	/**
	 * When the periodic tasks of beans and of the application last did their job. Walks
	 * the live tasks once.
	 * @return each site of such tasks on each scheduler, in no order
	 */
	public List<JobAge> jobs() {
		return this.surveys.jobs();
	}

	/**
	 * Estimates what the leaked tasks of some sites keep in memory. Walks the live tasks
	 * once and then the objects of those tasks, up to a limit of objects and of time.
	 * @param sites which sites; asked once per site
	 * @return what was measured
	 */
	public KeptBytes kept(Predicate<Site> sites) {
		return this.surveys.kept(sites);
	}

	private List<SchedulerSnapshot> schedulers(List<SchedulerRecord> records) {
		List<SchedulerSnapshot> schedulers = new ArrayList<>();
		for (SchedulerRecord scheduler : records) {
			PoolView pool = scheduler.pool();
			schedulers.add(new SchedulerSnapshot(scheduler.name(), scheduler.type(), null, scheduler.totals(),
					ask(pool::poolSize), ask(pool::activeThreads), ask(pool::queued), ask(pool::removeOnCancel),
					scheduler.lateness().last(), scheduler.lateness().max(), scheduler.unwatchedFutures()));
		}
		for (Schedulers.Untracked it : this.schedulers.untracked()) {
			schedulers.add(new SchedulerSnapshot(it.name(), it.type(), it.reason(), Totals.ZERO, null, null, null, null,
					Duration.ZERO, Duration.ZERO, List.of()));
		}
		schedulers.sort(Comparator.comparing(SchedulerSnapshot::name));
		return schedulers;
	}

	/** A pool that cannot be read hides nothing but itself. */
	private <T> @Nullable T ask(Supplier<@Nullable T> question) {
		AtomicReference<@Nullable T> answer = new AtomicReference<>();
		this.surveys.errors().guarded("ask a pool", () -> answer.set(question.get()));
		return answer.get();
	}

}
