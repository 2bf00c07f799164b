package io.timerscope;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The read side of the ledger. What it returns is immutable. It stops no writer, and may
 * be used by any thread.
 *
 * @since 0.1.0
 */
public final class LedgerReader {

	private final TaskLedger ledger;

	LedgerReader(TaskLedger ledger) {
		this.ledger = ledger;
	}

	/**
	 * Reads everything that the endpoint shows.
	 * @param query which tasks are wanted; the other parts are always whole
	 * @return the ledger at this instant
	 */
	public LedgerSnapshot snapshot(TaskQuery query) {
		this.ledger.catchUp();
		Schedulers.Census census = this.ledger.schedulers().census();
		List<SchedulerSnapshot> schedulers = schedulers(census.trackers());
		Totals totals = census.past();
		for (SchedulerSnapshot scheduler : schedulers) {
			totals = totals.plus(scheduler.totals());
		}
		return new LedgerSnapshot(time(), totals, schedulers, new SiteRanking(this.ledger).list(), page(query, totals));
	}

	/**
	 * The ledger's time.
	 * @return the current instant
	 */
	public Instant time() {
		return at(this.ledger.time().nanos());
	}

	/**
	 * The counts over all schedulers. Does not walk the live tasks.
	 * @return one consistent reading
	 */
	public Totals totals() {
		this.ledger.catchUp();
		Schedulers.Census census = this.ledger.schedulers().census();
		Totals totals = census.past();
		for (TaskTracker tracker : census.trackers()) {
			totals = totals.plus(tracker.totals());
		}
		return totals;
	}

	/**
	 * Everything about one task, live or among the last that ended.
	 * @param id the task's id
	 * @return the task, or {@code null} if it is not known any more
	 */
	public TaskSnapshot.@Nullable Detail find(long id) {
		this.ledger.catchUp();
		LiveTask task = this.ledger.live().find(id);
		if (task == null) {
			task = this.ledger.ended().find(id);
		}
		return (task == null) ? null : detail(task);
	}

	/**
	 * Visits live tasks, oldest first, as snapshots.
	 * @param visitor returns whether it wants more
	 */
	public void forEachLive(Predicate<TaskSnapshot> visitor) {
		this.ledger.live().forEachAfter(0, (task) -> !task.isAdmitted() || visitor.test(snapshot(task)));
	}

	/**
	 * The counts of every site on every scheduler for every kind of owner. Does not walk
	 * the live tasks.
	 * @return each line as one consistent reading, in no order
	 */
	public List<LineSnapshot> lines() {
		List<LineSnapshot> lines = new ArrayList<>();
		for (TaskTracker tracker : this.ledger.schedulers().tracked()) {
			lines.addAll(tracker.lines().snapshots());
		}
		return lines;
	}

	/**
	 * The tasks that are leaks or have outlived their owner, grouped. Walks the live
	 * tasks only if there are any.
	 * @return the groups, the one with the oldest task first
	 */
	public OutlivedTasks outlived() {
		Totals totals = totals();
		return (totals.leaked() == 0 && totals.outlived() == 0) ? OutlivedTasks.NONE
				: new LeakSurvey(this.ledger).walk();
	}

	/**
	 * The live tasks, grouped by where and for whom they were scheduled. Walks all of
	 * them once.
	 * @return the groups, leaks first, then the largest
	 */
	public List<LiveGroup> groups() {
		this.ledger.catchUp();
		LiveGroups groups = new LiveGroups(this.ledger.time().nanos());
		this.ledger.live().forEachAfter(0, groups);
		return groups.list();
	}

	/**
	 * Whether a site has a live periodic task that was scheduled after an instant. Walks
	 * the live tasks up to the first one.
	 * @param site the site
	 * @param since the instant
	 * @return {@code true} if there is one, on any scheduler
	 */
	public boolean hasPeriodicSince(Site site, Instant since) {
		boolean[] found = new boolean[1];
		this.ledger.live().forEachAfter(0, (task) -> {
			found[0] = task.line().site == site && task.isPeriodic() && task.isLive()
					&& at(task.createdNanos()).isAfter(since);
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
		return new WorkWalk(this.ledger, this.ledger.pauses(), runLimit).walk();
	}

	/**
	 * When the periodic tasks of beans and of the application last did their job. Walks
	 * the live tasks once.
	 * @return each line of such tasks on each scheduler, in no order
	 */
	public List<JobAge> jobs() {
		return new JobAges(this.ledger).walk();
	}

	TaskSnapshot snapshot(LiveTask task) {
		RunLog log = task.log();
		CompletedRun last = (log == null) ? null : log.lastRun();
		Site site = task.line().site;
		TaskState state = task.state();
		return new TaskSnapshot(task.id(), site.taskName(), task.line().tracker.name(), task.schedule(), state,
				owner(task.owner()), site, task.isMarked(Lifecycle.INFERRED), PlainText.of(task.thread()),
				at(task.createdNanos()), (state == TaskState.WAITING) ? nextRun(task) : null,
				state.isLive() ? null : endedAt(task), task.runs(), (log == null) ? 0 : log.failures(),
				(last == null) ? null : run(last), task.isOutlived(), leak(task));
	}

	/** A one-shot that was met alive and ends in this moment keeps no time of its own. */
	private Instant endedAt(LiveTask task) {
		long ended = task.endedNanos();
		return at((ended == TaskDetails.UNKNOWN) ? this.ledger.time().nanos() : ended);
	}

	private TaskSnapshot.Detail detail(LiveTask task) {
		RunLog log = task.log();
		List<TaskSnapshot.RunSnapshot> history = (log == null) ? List.of()
				: log.history().stream().map(this::run).toList();
		return new TaskSnapshot.Detail(snapshot(task), task.line().site.stack(), history, running(task),
				new HeldTypes(this.ledger).of(task));
	}

	private TaskSnapshot.@Nullable Running running(LiveTask task) {
		ActiveRun active = task.activeRun(this.ledger.time().nanos());
		if (active == null) {
			return null;
		}
		StackTraceElement[] stack = active.thread().getStackTrace();
		boolean stillIt = task.isActive(active);
		return new TaskSnapshot.Running(at(active.startedNanos()), Duration.ofNanos(active.latenessNanos()),
				PlainText.of(active.thread().getName()), stillIt ? List.of(stack) : List.of());
	}

	private TaskSnapshot.OwnerSnapshot owner(Owner owner) {
		Owner.Ended ended = owner.ended();
		return new TaskSnapshot.OwnerSnapshot(owner.kind(), owner.name(), owner.id(), at(owner.openedNanos()),
				(ended == null) ? null : at(ended.nanos()));
	}

	TaskSnapshot.RunSnapshot run(CompletedRun run) {
		return new TaskSnapshot.RunSnapshot(at(run.startedNanos()), Duration.ofNanos(run.durationNanos()),
				Duration.ofNanos(run.latenessNanos()), run.outcome(), run.error());
	}

	private TaskSnapshot.@Nullable LeakSnapshot leak(LiveTask task) {
		LiveTask.LeakedSince leaked = task.leakedSince();
		return (leaked == null) ? null
				: new TaskSnapshot.LeakSnapshot(leaked.reason(), leaked.witness(), at(leaked.nanos()));
	}

	private @Nullable Instant nextRun(LiveTask task) {
		if (task.future() instanceof java.util.concurrent.Delayed delayed) {
			return at(this.ledger.time().nanos() + delayed.getDelay(TimeUnit.NANOSECONDS));
		}
		return null;
	}

	private Instant at(long nanos) {
		return this.ledger.instantOf(nanos);
	}

	private List<SchedulerSnapshot> schedulers(List<TaskTracker> trackers) {
		List<SchedulerSnapshot> schedulers = new ArrayList<>();
		for (TaskTracker tracker : trackers) {
			PoolView pool = tracker.pool();
			schedulers.add(new SchedulerSnapshot(tracker.name(), tracker.type(), null, tracker.totals(),
					ask(pool::poolSize), ask(pool::activeThreads), ask(pool::queued), ask(pool::removeOnCancel),
					tracker.pace().last(), tracker.pace().max(), tracker.unwatchedFutures()));
		}
		for (Schedulers.Untracked it : this.ledger.schedulers().untracked()) {
			schedulers.add(new SchedulerSnapshot(it.name(), it.type(), it.reason(), Totals.ZERO, null, null, null, null,
					Duration.ZERO, Duration.ZERO, List.of()));
		}
		schedulers.sort(Comparator.comparing(SchedulerSnapshot::name));
		return schedulers;
	}

	/** A pool that cannot be read hides nothing but itself. */
	private <T> @Nullable T ask(Supplier<@Nullable T> question) {
		AtomicReference<@Nullable T> answer = new AtomicReference<>();
		this.ledger.guarded("ask a pool", () -> answer.set(question.get()));
		return answer.get();
	}

	private TaskPage page(TaskQuery query, Totals totals) {
		if (query.states() == TaskQuery.States.ENDED || query.states() == TaskQuery.States.RETAINED) {
			return endedPage(query);
		}
		PageBuilder page = new PageBuilder(query);
		long from = query.isAllLive() ? query.after() : 0;
		this.ledger.live().forEachAfter(from, (task) -> {
			if (task.isAdmitted() && query.matches(task)) {
				page.add(task);
			}
			return !(query.isAllLive() && page.hasMore());
		});
		return page.build(this::stillLive, query.isAllLive() ? totals.live() : page.matched());
	}

	/** A task may end between the walk that met it and the look at it. */
	private @Nullable TaskSnapshot stillLive(LiveTask task) {
		TaskSnapshot snapshot = snapshot(task);
		return snapshot.state().isLive() ? snapshot : null;
	}

	private TaskPage endedPage(TaskQuery query) {
		PageBuilder page = new PageBuilder(query);
		for (LiveTask task : this.ledger.ended().list()) {
			if (query.matches(task)) {
				page.add(task);
			}
		}
		return page.build(this::snapshot, page.matched());
	}

	/** Takes tasks in the order of their ids. */
	private static final class PageBuilder {

		private final TaskQuery query;

		private final List<LiveTask> tasks = new ArrayList<>();

		private boolean more;

		private long matched;

		PageBuilder(TaskQuery query) {
			this.query = query;
		}

		void add(LiveTask task) {
			this.matched++;
			if (task.id() > this.query.after()) {
				if (this.tasks.size() < this.query.limit()) {
					this.tasks.add(task);
				}
				else {
					this.more = true;
				}
			}
		}

		boolean hasMore() {
			return this.more;
		}

		long matched() {
			return this.matched;
		}

		TaskPage build(Function<LiveTask, @Nullable TaskSnapshot> look, long matched) {
			Long next = this.more ? this.tasks.get(this.tasks.size() - 1).id() : null;
			List<TaskSnapshot> tasks = new ArrayList<>(this.tasks.size());
			for (LiveTask task : this.tasks) {
				TaskSnapshot snapshot = look.apply(task);
				if (snapshot != null) {
					tasks.add(snapshot);
				}
			}
			return new TaskPage(List.copyOf(tasks), this.query.limit(), matched, next);
		}

	}

}
