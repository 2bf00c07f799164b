package io.timerscope;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * The one book of scheduled tasks: who scheduled what, for whom, and how it ended.
 * <p>
 * Written by every thread that schedules, runs or cancels a task or ends an owner; read
 * by any thread through {@link #read()}. It starts no thread of its own: {@link #tick()}
 * is called by the application's one clock, and every reading first brings the book up to
 * date. No code of the user's and no listener is called under a lock.
 *
 * @since 0.1.0
 */
public final class TaskLedger {

	private final TimeSource time;

	private final TimeAnchor anchor;

	private final OwnerContext context = new OwnerContext();

	private final TrackingPolicy policy;

	private final Attribution attribution = new Attribution();

	private final SiteFinder sites;

	private final Openings openings;

	private final TrackingErrors errors = new TrackingErrors();

	private final Listeners listeners = new Listeners(this.errors);

	private final LiveTasks live = new LiveTasks();

	private final OldestTasks oldest = new OldestTasks(this.live);

	private final BurstClock startClock;

	private final BurstClock endClock;

	private final EndedTasks ended;

	private final Leaks leaks;

	private final Pauses pauses = new Pauses();

	private final HandleWatch handles;

	private final CapturedObjects captured;

	private final EndedObjects endedObjects;

	private final LedgerWriter writer;

	private final RunRecorder runs;

	private final Settlement settlement;

	private final Schedulers schedulers = new Schedulers(this);

	private final MissingTasks missing = new MissingTasks(this);

	private final LedgerReader reader = new LedgerReader(this);

	private final Owner application;

	private final boolean samplesRuns;

	private final AtomicLong ownerIds = new AtomicLong();

	private volatile RunObserver observer = RunObserver.NONE;

	TaskLedger(TaskLedgerBuilder settings) {
		this.time = settings.time;
		this.policy = settings.policy;
		this.anchor = new TimeAnchor(settings.time);
		this.application = new Owner(OwnerKind.APPLICATION, 0, settings.applicationName, settings.time.nanos());
		this.sites = new SiteFinder(settings.capture,
				new ApplicationFrames(settings.applicationPackages, settings.libraryPackages), settings.resolver);
		this.openings = new Openings(settings, this.sites, this.application);
		this.startClock = new BurstClock(settings.time);
		this.endClock = new BurstClock(settings.time);
		this.ended = new EndedTasks(settings.historySize, this.endClock);
		this.handles = new HandleWatch(this.live, settings.policy);
		this.endedObjects = settings.endedObjects;
		this.captured = CapturedObjects.ofSettledFields(this.endedObjects);
		this.leaks = new Leaks(this, settings.policy);
		this.samplesRuns = !settings.timesEveryRun && settings.time == TimeSource.system();
		Suspects suspects = new Suspects();
		this.writer = new LedgerWriter(this);
		this.runs = new RunRecorder(this, this.writer, suspects);
		this.settlement = new Settlement(this.live, this.writer, suspects, this.errors);
	}

	/**
	 * Starts to describe a ledger.
	 * @return a builder that holds the defaults
	 */
	public static TaskLedgerBuilder builder() {
		return new TaskLedgerBuilder();
	}

	/**
	 * The schedulers of this ledger.
	 * @return the register, tracked ones and those left alone
	 */
	public Schedulers schedulers() {
		return this.schedulers;
	}

	/**
	 * The owner that each thread works for.
	 * @return the context
	 */
	public OwnerContext context() {
		return this.context;
	}

	/**
	 * The clock.
	 * @return the source of all times in this ledger
	 */
	public TimeSource time() {
		return this.time;
	}

	/**
	 * How completely tasks find their owner.
	 * @return the known gaps
	 */
	public Attribution attribution() {
		return this.attribution;
	}

	/**
	 * Whether every run is timed.
	 * @return {@code false} if one of many brief runs stands for the others
	 */
	public boolean timesEveryRun() {
		return !this.samplesRuns || this.observer != RunObserver.NONE;
	}

	/**
	 * The owner of everything that nobody else owns.
	 * @return the application
	 */
	public Owner application() {
		return this.application;
	}

	/**
	 * The application's line that leads to this call.
	 * @return the site that a task scheduled here and now would have
	 */
	public Site site() {
		return this.sites.walk(false, null).site();
	}

	/**
	 * What can be read.
	 * @return the reader; it may be kept
	 */
	public LedgerReader read() {
		return this.reader;
	}

	/**
	 * Adds a listener.
	 * @param listener hears of everything from now on
	 */
	public void addListener(LedgerListener listener) {
		this.listeners.add(listener);
	}

	/**
	 * Removes a listener.
	 * @param listener hears of nothing more
	 */
	public void removeListener(LedgerListener listener) {
		this.listeners.remove(listener);
	}

	/**
	 * Sets who stands around every run.
	 * @param observer called from the next run on; {@link RunObserver#NONE} for nobody
	 */
	public void observeRuns(RunObserver observer) {
		this.observer = observer;
	}

	/**
	 * Opens an owner.
	 * @param kind what it is; there is only one {@link #application()}
	 * @param name what people call it
	 * @return the owner, to be handed to {@link #ownerEnded}
	 */
	public Owner openOwner(OwnerKind kind, String name) {
		return openOwner(kind, name, this.time.nanos());
	}

	Owner openOwner(OwnerKind kind, String name, long openedNanos) {
		return new Owner(kind, this.ownerIds.incrementAndGet(), name, openedNanos);
	}

	/**
	 * Ends an owner: each of its live tasks is cancelled, or watched for the grace
	 * period, as the policy says. May be called any number of times, by any thread.
	 * @param owner the owner
	 */
	public void ownerEnded(Owner owner) {
		end(owner, true);
	}

	/**
	 * Ends an owner together with the application: what is attached to it ends, and what
	 * goes on is no leak.
	 * @param owner the owner
	 */
	public void ownerDismissed(Owner owner) {
		end(owner, false);
	}

	private void end(Owner owner, boolean accuses) {
		List<Runnable> companions = owner.end(new Owner.Ended(this.time.nanos(), accuses));
		if (companions != null) {
			companions.forEach((companion) -> guarded("end what ends with an owner", companion));
			guarded("end an owner", () -> this.leaks.ownerEnded(owner, this.writer));
		}
	}

	/**
	 * Takes an end back, as for a request that goes on in an error dispatch.
	 * @param owner the owner
	 */
	public void ownerReopened(Owner owner) {
		owner.reopen();
	}

	/**
	 * Says that the application has started: a periodic task that is scheduled from now
	 * on and whose future nobody keeps can be abandoned.
	 */
	public void started() {
		this.handles.started(this.time.nanos());
	}

	/**
	 * Says that nothing could run for a while that ends now, because a debugger held the
	 * process or the machine slept. Called by the application's clock before a tick.
	 * @param length how long
	 */
	public void paused(Duration length) {
		long now = this.time.nanos();
		this.pauses.add(now - Nanos.of(length), now);
		this.schedulers.tracked().forEach((tracker) -> tracker.pace().forgive(now));
	}

	/**
	 * Cancels a task without interrupting a run.
	 * @param id the task's id
	 * @return {@code false} if there is no such live task, or if its scheduler would not
	 * let go
	 */
	public boolean cancel(long id) {
		LiveTask task = this.live.find(id);
		return task != null && this.writer.cancel(task);
	}

	/**
	 * Cancels all live tasks that match, without interrupting a run.
	 * @param query which tasks; its limit and page do not count
	 * @return how many there were, and what came of it
	 */
	public CancelledTasks cancel(TaskQuery query) {
		this.leaks.catchUp();
		List<LiveTask> tasks = new ArrayList<>();
		this.live.forEachAfter(0, (task) -> {
			if (task.isAdmitted() && task.isLive() && query.matches(task)) {
				tasks.add(task);
			}
			return true;
		});
		long[] cancelled = new long[1];
		for (LiveTask task : tasks) {
			guarded("cancel a task", () -> cancelled[0] += this.writer.cancel(task) ? 1 : 0);
		}
		return new CancelledTasks(tasks.size(), cancelled[0], tasks.size() - cancelled[0]);
	}

	/**
	 * The policy has changed: what it ignores now is no leak any more, and the tasks of
	 * beans and scopes that it no longer ignores are.
	 */
	public void policyChanged() {
		guarded("judge by a new policy", this.leaks::judgeAnew);
	}

	/**
	 * Brings the book up to date: finds the tasks that ended where nobody could hear it,
	 * samples the queues, and judges the leaks that became due. Called by the
	 * application's clock.
	 */
	public void tick() {
		try {
			this.anchor.correct();
			this.ended.settle(this.errors);
			this.oldest.tick();
			this.settlement.all();
			this.schedulers.tracked().forEach((tracker) -> tracker.tellUntold(this.listeners));
			this.schedulers.sample();
			this.missing.tick();
			this.schedulers.letGo();
			this.leaks.judge();
		}
		catch (Throwable ex) {
			this.errors.caught("bring the ledger up to date", ex);
		}
	}

	/**
	 * Sets what is called when many tasks begin to be scheduled or to end at once. They
	 * then share readings of the clock, until {@link #isInBurst()} finds that it is over.
	 * @param onBurst called by a thread that schedules or ends a task; has to see to it
	 * that {@code isInBurst()} is called every few milliseconds until it answers
	 * {@code false}; {@code null} for as long as nobody can, so that each has a reading
	 * of its own
	 */
	public void onBurst(@Nullable Runnable onBurst) {
		this.startClock.onBurst(onBurst);
		this.endClock.onBurst(onBurst);
	}

	/**
	 * Looks whether many tasks still are scheduled or end at once.
	 * @return {@code false} if that is over
	 */
	public boolean isInBurst() {
		boolean starts = this.startClock.look();
		boolean ends = this.endClock.look();
		return starts || ends;
	}

	/**
	 * Brings up to date what a reader is about to see, without walking the live tasks.
	 */
	void catchUp() {
		try {
			this.settlement.suspects();
			for (TaskTracker tracker : this.schedulers.tracked()) {
				if (tracker.pool().isTerminated() && tracker.totals().live() > 0) {
					this.settlement.allOf(tracker);
				}
			}
			this.leaks.catchUp();
		}
		catch (Throwable ex) {
			this.errors.caught("bring the ledger up to date", ex);
		}
	}

	/**
	 * The wall clock, as far as the ledger's readings go by it.
	 * @return the current instant
	 */
	public Instant now() {
		return instantOf(this.time.nanos());
	}

	/**
	 * Leaks ever seen.
	 * @param reason why
	 * @return the number of tasks that became leaks
	 */
	public long leaks(LeakReason reason) {
		return this.leaks.counts().allFound(reason);
	}

	/**
	 * Leaks that ended after all.
	 * @param reason why they were leaks
	 * @return the number of tasks
	 */
	public long recoveries(LeakReason reason) {
		return this.leaks.counts().allRecovered(reason);
	}

	/**
	 * Tasks that ended with their owner because the policy cancels them.
	 * @param kind the kind of the owner
	 * @return the number of tasks; they count as cancelled too
	 */
	public long cancelledWithOwner(OwnerKind kind) {
		return this.leaks.counts().allCancelled(kind);
	}

	/**
	 * Leaks that were cancelled because the policy cancels what was judged a leak.
	 * @return the number of tasks; they count as cancelled and recovered too
	 */
	public long cancelledLeaks() {
		return this.leaks.counts().allCancelledLeaks();
	}

	/**
	 * Cancels the leaks that the policy cancels. Called by the application's clock, after
	 * they were reported.
	 */
	public void cancelLeaks() {
		this.leaks.cancelLeaks(this.writer);
	}

	/**
	 * Runs a piece of the tracking; what it throws is counted and logged once, and goes
	 * no further.
	 * @param what completes "Timerscope failed to"; from a closed set
	 * @param work the piece
	 */
	public void guarded(String what, Runnable work) {
		try {
			work.run();
		}
		catch (Throwable ex) {
			this.errors.caught(what, ex);
		}
	}

	/**
	 * Faults of the tracking itself.
	 * @return how many there were; the first of each kind is in the log
	 */
	public long trackingErrors() {
		return this.errors.count();
	}

	Openings openings() {
		return this.openings;
	}

	RunRecorder runs() {
		return this.runs;
	}

	/** Whether brief runs may go untimed, unless somebody observes them. */
	boolean samplesRuns() {
		return this.samplesRuns;
	}

	TrackingPolicy policy() {
		return this.policy;
	}

	RunObserver observer() {
		return this.observer;
	}

	Pauses pauses() {
		return this.pauses;
	}

	HandleWatch handles() {
		return this.handles;
	}

	CapturedObjects captured() {
		return this.captured;
	}

	EndedObjects endedObjects() {
		return this.endedObjects;
	}

	LedgerWriter writer() {
		return this.writer;
	}

	Settlement settlement() {
		return this.settlement;
	}

	Leaks leaks() {
		return this.leaks;
	}

	Listeners listeners() {
		return this.listeners;
	}

	TrackingErrors errors() {
		return this.errors;
	}

	LiveTasks live() {
		return this.live;
	}

	/** Whose readings may be a few milliseconds old while tasks come by the thousand. */
	BurstClock startClock() {
		return this.startClock;
	}

	OldestTasks oldest() {
		return this.oldest;
	}

	EndedTasks ended() {
		return this.ended;
	}

	Instant instantOf(long nanos) {
		return this.anchor.instantOf(nanos);
	}

}
