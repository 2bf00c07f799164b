package io.timerscope.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.timerscope.LeakReason;
import io.timerscope.LedgerListener;
import io.timerscope.Nanos;
import io.timerscope.Owner;
import io.timerscope.OwnerContext;
import io.timerscope.OwnerKind;
import io.timerscope.RunObserver;
import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.TimeSource;
import io.timerscope.leak.AbandonedFutures;
import io.timerscope.leak.CapturedFields;
import io.timerscope.leak.CapturedObjects;
import io.timerscope.leak.Leaks;
import io.timerscope.leak.StaleTasks;
import io.timerscope.origin.ApplicationFrames;
import io.timerscope.origin.SiteFinder;
import io.timerscope.record.EndedTasks;
import io.timerscope.clock.LedgerClock;
import io.timerscope.record.LedgerWriter;
import io.timerscope.record.Listeners;
import io.timerscope.record.LiveTasks;
import io.timerscope.record.RunRecorder;
import io.timerscope.clock.SharedClock;
import io.timerscope.record.Snapshots;
import io.timerscope.record.TaskRecord;
import io.timerscope.record.TasksAfterFailure;
import io.timerscope.record.ThreadContext;
import io.timerscope.record.TrackingErrors;
import io.timerscope.snapshot.CancelledTasks;
import io.timerscope.survey.Surveys;
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

	private final LedgerClock clock;

	private final SiteFinder sites;

	private final TrackingErrors errors = new TrackingErrors();

	private final Listeners listeners = new Listeners(this.errors);

	private final LiveTasks live = new LiveTasks();

	private final SharedClock startClock;

	private final SharedClock endClock;

	private final AbandonedFutures abandonedFutures;

	private final Leaks leaks;

	private final LedgerWriter writer;

	private final RunRecorder runs;

	private final Schedulers schedulers;

	private final LedgerUpdates updates;

	private final LedgerReader reader;

	private final Owners owners;

	TaskLedger(TaskLedgerBuilder settings) {
		this.clock = new LedgerClock(settings.time);
		this.startClock = new SharedClock(settings.time);
		this.endClock = new SharedClock(settings.time);
		ThreadContext context = new ThreadContext();
		Snapshots snapshots = new Snapshots(this.clock);
		CapturedFields fields = new CapturedFields(CapturedObjects.ofSettledFields(settings.endedObjects),
				settings.endedObjects, this.errors);
		this.abandonedFutures = new AbandonedFutures(this.live, settings.policy);
		this.leaks = new Leaks(this.clock, this.live, this.abandonedFutures,
				new StaleTasks(this.clock, this.live, settings.policy, fields), settings.policy, this.listeners,
				snapshots, this.errors);
		EndedTasks ended = new EndedTasks(settings.historySize, this.endClock);
		this.writer = new LedgerWriter(this.clock, this.startClock, this.live, ended, this.leaks, this.listeners,
				snapshots, this.errors);
		TasksAfterFailure tasksAfterFailure = new TasksAfterFailure();
		this.runs = new RunRecorder(this.writer, context, settings.policy, tasksAfterFailure, this.listeners, snapshots,
				!settings.timesEveryRun && this.clock.isSystem());
		this.owners = new Owners(settings.applicationName, this.leaks, this.writer, context);
		this.sites = new SiteFinder(settings.capture,
				new ApplicationFrames(settings.applicationPackages, settings.libraryPackages), settings.resolver);
		CallOrigins callOrigins = new CallOrigins(settings, this.sites, this.owners.application());
		SilentEnds silentEnds = new SilentEnds(this.writer, tasksAfterFailure);
		this.schedulers = new Schedulers(this.runs,
				(scheduler) -> new TaskTracker(new HandOver(scheduler, callOrigins, context, this.abandonedFutures),
						silentEnds));
		Surveys surveys = new Surveys(this.clock, this.live, snapshots, fields, this.leaks::isMeantToLive);
		this.updates = new LedgerUpdates(this.clock, this.schedulers, ended, silentEnds, this.leaks, this.listeners,
				surveys, this.writer);
		this.reader = new LedgerReader(this.clock, this.live, ended, this.schedulers, this.updates, surveys, snapshots);
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
		return this.owners.context();
	}

	/**
	 * The clock.
	 * @return the source of all times in this ledger
	 */
	public TimeSource time() {
		return this.clock.source();
	}

	/**
	 * How completely tasks find their owner.
	 * @return the known gaps
	 */
	public Attribution attribution() {
		return this.owners.attribution();
	}

	/**
	 * Whether every run is timed.
	 * @return {@code false} if one of many brief runs stands for the others
	 */
	public boolean timesEveryRun() {
		return this.runs.timesEveryRun();
	}

	/**
	 * The owner of everything that nobody else owns.
	 * @return the application
	 */
	public Owner application() {
		return this.owners.application();
	}

	/**
	 * The application's site that leads to this call.
	 * @return the site that a task scheduled here and now would have
	 */
	public Site site() {
		return this.sites.walk(false, null).site();
	}

	/**
	 * The line that made a pool or a timer: the first one that is neither the JDK's, nor
	 * a scheduler's, nor ours.
	 * @param stack the stack on which it was made, innermost first
	 * @return the line, a library's where a library made it for itself, or
	 * {@link Site#UNKNOWN}
	 */
	public Site madeAt(StackTraceElement[] stack) {
		return this.sites.maker(stack);
	}

	/**
	 * Whether this thread is in a scheduling call that is tracked.
	 * @return {@code true} if what is scheduled meanwhile belongs to that call
	 */
	public boolean isHandingOver() {
		return this.owners.isHandingOver();
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
	 * Tells nobody anything any more: the application closes. What it has left on a pool
	 * that lives on, such as one of Reactor's, leads to none of its beans then.
	 */
	public void detachFromApplication() {
		this.writer.detachFromApplication();
		this.runs.observer(RunObserver.NONE);
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
		this.runs.observer(observer);
	}

	/**
	 * Opens an owner.
	 * @param kind what it is; there is only one {@link #application()}
	 * @param name what people call it
	 * @return the owner, to be handed to {@link #ownerEnded}
	 */
	public Owner openOwner(OwnerKind kind, String name) {
		return this.owners.open(kind, name, this.clock.nanos());
	}

	Owner openOwner(OwnerKind kind, String name, long openedNanos) {
		return this.owners.open(kind, name, openedNanos);
	}

	/**
	 * Ends an owner: each of its live tasks is cancelled, or watched for the grace
	 * period, as the policy says. May be called any number of times, by any thread.
	 * @param owner the owner
	 */
	public void ownerEnded(Owner owner) {
		this.owners.end(owner, true);
	}

	/**
	 * Ends an owner together with the application: what is attached to it ends, and what
	 * goes on is no leak.
	 * @param owner the owner
	 */
	public void ownerDismissed(Owner owner) {
		this.owners.end(owner, false);
	}

	/**
	 * Takes an end back, as for a request that goes on in an error dispatch.
	 * @param owner the owner
	 */
	public void ownerReopened(Owner owner) {
		this.owners.reopen(owner);
	}

	/**
	 * Says that the application has started: a periodic task that is scheduled from now
	 * on and whose future nobody keeps can be abandoned.
	 */
	public void started() {
		this.abandonedFutures.started(this.clock.nanos());
	}

	/**
	 * Says that nothing could run for a while that ends now, because a debugger held the
	 * process or the machine slept. Called by the application's clock before a tick.
	 * @param length how long
	 */
	public void paused(Duration length) {
		long now = this.clock.nanos();
		this.clock.pauses().add(now - Nanos.of(length), now);
		this.schedulers.records().forEach((scheduler) -> scheduler.lateness().forgive(now));
	}

	/**
	 * Cancels a task without interrupting a run.
	 * @param id the task's id
	 * @return {@code false} if there is no such live task, or if its scheduler would not
	 * let go
	 */
	public boolean cancel(long id) {
		TaskRecord task = this.live.find(id);
		return task != null && this.writer.cancelInternally(task);
	}

	/**
	 * Cancels all live tasks that match, without interrupting a run.
	 * @param query which tasks; its limit and page do not count
	 * @return how many there were, and what came of it
	 */
	public CancelledTasks cancel(TaskQuery query) {
		this.leaks.catchUp();
		TaskFilter filter = new TaskFilter(query);
		List<TaskRecord> tasks = new ArrayList<>();
		this.live.forEachAfter(0, (task) -> {
			if (task.isAccepted() && task.isLive() && filter.matches(task)) {
				tasks.add(task);
			}
			return true;
		});
		long[] cancelled = new long[1];
		for (TaskRecord task : tasks) {
			guarded("cancel a task", () -> cancelled[0] += this.writer.cancelInternally(task) ? 1 : 0);
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
		this.updates.tick();
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
	 * The wall clock, as far as the ledger's readings go by it.
	 * @return the current instant
	 */
	public Instant now() {
		return this.clock.instantOf(this.clock.nanos());
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
	 * Cancels the leaks that the policy cancels. Called by the application's clock, after
	 * they were reported.
	 */
	public void cancelLeaks() {
		this.leaks.cancelLeaks(this.reader.siteCounts(), this.writer);
	}

	/**
	 * Runs a piece of the tracking; what it throws is counted and logged once, and goes
	 * no further.
	 * @param what completes "Timerscope failed to"; from a closed set
	 * @param work the piece
	 */
	public void guarded(String what, Runnable work) {
		this.errors.guarded(what, work);
	}

	/**
	 * Faults of the tracking itself.
	 * @return how many there were; the first of each kind is in the log
	 */
	public long trackingErrors() {
		return this.errors.count();
	}

	LedgerWriter writer() {
		return this.writer;
	}

	Leaks leaks() {
		return this.leaks;
	}

	AbandonedFutures abandonedFutures() {
		return this.abandonedFutures;
	}

}
