package io.timerscope;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The tracking of one scheduler, or of all that share a name. Its one verb is
 * {@code track}: note the task, hand it over, note the future. Called by any thread that
 * schedules, runs or cancels.
 *
 * @since 0.1.0
 */
public final class TaskTracker {

	private final TaskLedger ledger;

	private final String name;

	private final String type;

	private final SchedulerTraits traits;

	private final ConcurrentMap<Site, ConcurrentMap<OwnerKind, Line>> lines = new ConcurrentHashMap<>();

	private final Pace pace = new Pace();

	private final PoolViews pool = new PoolViews();

	private volatile int retained;

	TaskTracker(TaskLedger ledger, String name, String type, SchedulerTraits traits, PoolView pool) {
		this.ledger = ledger;
		this.name = name;
		this.type = type;
		this.traits = traits;
		this.pool.add(pool);
	}

	/**
	 * The scheduler's name.
	 * @return for a bean the bean name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The user's class.
	 * @return a binary class name, never a proxy's
	 */
	public String type() {
		return this.type;
	}

	/**
	 * What can be read of the pool.
	 * @return one view over the pools of all schedulers of this name
	 */
	public PoolView pool() {
		return this.pool;
	}

	/**
	 * Takes one more pool, after another scheduler of this name was made.
	 * @param pool its view
	 */
	public void pool(PoolView pool) {
		this.pool.add(pool);
	}

	/**
	 * The counts of this scheduler.
	 * @return one consistent reading
	 */
	public Totals totals() {
		Totals totals = Totals.ZERO;
		for (ConcurrentMap<OwnerKind, Line> kinds : this.lines.values()) {
			for (Line line : kinds.values()) {
				totals = totals.plus(line.totals());
			}
		}
		return totals.withRetained(this.retained);
	}

	/**
	 * The counts of this scheduler for one kind of owner.
	 * @param kind the kind
	 * @return one consistent reading, without retained tasks
	 */
	public Totals totals(OwnerKind kind) {
		Totals totals = Totals.ZERO;
		for (ConcurrentMap<OwnerKind, Line> kinds : this.lines.values()) {
			Line line = kinds.get(kind);
			if (line != null) {
				totals = totals.plus(line.totals());
			}
		}
		return totals;
	}

	/**
	 * Hands a task to the scheduler and follows it from there.
	 * @param <F> the scheduler's future
	 * @param task what the application wants to run; {@code null} goes on to the
	 * scheduler, which knows what to say
	 * @param schedule when it is to run
	 * @param handOver the scheduler's own method
	 * @return the scheduler's future in a tracking one of the same interfaces, or exactly
	 * what the scheduler returned where that is {@code null} or of a foreign kind
	 */
	@SuppressWarnings({ "unchecked", "NullAway" }) // F is what the hand-over returns
	public <F extends @Nullable Future<?>> F track(Runnable task, Schedule schedule, Function<Runnable, F> handOver) {
		TrackedRun run = open(task, schedule);
		return (run == null) ? handOver.apply(task)
				: (F) schedule(run.live(), () -> handOver.apply((Runnable) face(task, run)));
	}

	/**
	 * Hands a task that a trigger drives to the scheduler and follows it from there.
	 * @param <F> the scheduler's future
	 * @param task what the application wants to run
	 * @param schedule what drives it
	 * @param handOver the scheduler's own method, given the watch for the trigger, or
	 * {@code null} if the task is not tracked
	 * @return as {@link #track(Runnable, Schedule, Function)}
	 */
	@SuppressWarnings({ "unchecked", "NullAway" }) // F is what the hand-over returns
	public <F extends @Nullable Future<?>> F trackTriggered(Runnable task, Schedule schedule,
			BiFunction<Runnable, @Nullable TriggerWatch, F> handOver) {
		TrackedRun run = open(task, schedule);
		return (run == null) ? handOver.apply(task, null) : (F) schedule(run.live(),
				() -> handOver.apply((Runnable) face(task, run), new TriggerWatch(this, run.live())));
	}

	/**
	 * Hands a callable to the scheduler and follows it from there.
	 * @param <V> what it returns
	 * @param <F> the scheduler's future
	 * @param task what the application wants to run
	 * @param schedule when it is to run
	 * @param handOver the scheduler's own method
	 * @return as {@link #track(Runnable, Schedule, Function)}
	 */
	@SuppressWarnings({ "unchecked", "NullAway" }) // F is what the hand-over returns
	public <V extends @Nullable Object, F extends @Nullable Future<V>> F trackCallable(Callable<V> task,
			Schedule schedule, Function<Callable<V>, F> handOver) {
		TrackedRun run = open(task, schedule);
		return (run == null) ? handOver.apply(task)
				: (F) schedule(run.live(), () -> handOver.apply((Callable<V>) face(task, run)));
	}

	/**
	 * Hands a task to an executor that returns nothing, and follows it from there.
	 * @param task what the application wants to run
	 * @param handOver the executor's own method
	 */
	public void execute(Runnable task, Consumer<Runnable> handOver) {
		TrackedRun run = open(task, Schedule.immediate());
		if (run == null) {
			handOver.accept(task);
			return;
		}
		handOver(run.live(), () -> {
			handOver.accept((Runnable) face(task, run));
			return run;
		});
		this.ledger.writer().taken(run.live(), null);
	}

	/**
	 * Hands a batch of callables to an executor that waits for all of them; what has not
	 * run when it returns was cancelled by it.
	 * @param <V> what they return
	 * @param tasks the callables
	 * @param handOver the executor's own {@code invokeAll}
	 * @return the executor's answer
	 * @throws InterruptedException if the executor was interrupted
	 */
	public <V extends @Nullable Object> List<Future<V>> trackAll(Collection<? extends Callable<V>> tasks,
			InvokeAll<V> handOver) throws InterruptedException {
		try (TrackedBatch<V> batch = new TrackedBatch<>(this, tasks)) {
			try {
				return handOver.run(batch.handed());
			}
			catch (RejectedExecutionException ex) {
				batch.refused();
				throw ex;
			}
		}
	}

	/**
	 * Hands a batch of callables to an executor that waits for one of them; what has not
	 * run when it returns was cancelled by it.
	 * @param <V> what they return
	 * @param <X> what the executor throws when time is up
	 * @param tasks the callables
	 * @param handOver the executor's own {@code invokeAny}
	 * @return the executor's answer
	 * @throws InterruptedException if the executor was interrupted
	 * @throws ExecutionException if no callable returned
	 * @throws X if time was up
	 */
	public <V extends @Nullable Object, X extends Exception> V trackAny(Collection<? extends Callable<V>> tasks,
			InvokeAny<V, X> handOver) throws InterruptedException, ExecutionException, X {
		try (TrackedBatch<V> batch = new TrackedBatch<>(this, tasks)) {
			try {
				return handOver.run(batch.handed());
			}
			catch (RejectedExecutionException ex) {
				batch.refused();
				throw ex;
			}
		}
	}

	/**
	 * The scheduler's own future behind one that tracks.
	 * @param future what {@code track} returned
	 * @return the future of the scheduler, or what was given if it is one
	 */
	public static @Nullable Object bare(@Nullable Object future) {
		return (future == null) ? null : TrackedFuture.unwrap(future);
	}

	/**
	 * Hands over what belongs to a task that is tracked already.
	 * @param handOver the scheduler's own method
	 */
	public void untracked(Runnable handOver) {
		boolean before = handingOver(true);
		try {
			handOver.run();
		}
		finally {
			handingOver(before);
		}
	}

	/**
	 * Takes note that a pool was shut down and gave tasks back.
	 * @param dropped what its {@code shutdownNow} returned
	 */
	public void dropped(Collection<? extends Runnable> dropped) {
		this.ledger.guarded("settle what a pool dropped", () -> this.ledger.settlement().dropped(this, dropped));
	}

	/**
	 * The thread that started a run last.
	 * @return its name, or {@code null} if there was no run
	 */
	public @Nullable String lastThread() {
		return this.pace.thread();
	}

	/**
	 * Removes cancelled tasks from the queue, where the pool allows it.
	 * @return how many have gone
	 */
	public long purge() {
		long before = this.retained;
		this.pool.purge();
		countRetained();
		return Math.max(0, before - this.retained);
	}

	@Nullable TrackedRun open(@Nullable Object task, Schedule schedule) {
		if (task == null || task instanceof TrackedRun || this.ledger.context().isHandingOver()) {
			return null;
		}
		String refusal;
		try {
			Opening opening = this.ledger.opening(this, task, schedule.isPeriodic());
			refusal = opening.refusal();
			if (refusal == null) {
				return this.ledger.writer().open(opening, task, schedule);
			}
			opening.line().rejected.increment();
		}
		catch (Throwable ex) {
			this.ledger.errors().caught("record a task", ex);
			return null;
		}
		throw this.traits.refusal().apply(refusal);
	}

	/**
	 * Hands a one-shot task to a pool of the JDK's own class.
	 * @return what stands in for the pool's future, or {@code null} if the task is not
	 * tracked and was not handed over
	 */
	<V extends @Nullable Object> @Nullable OneShot<V> once(Object task, boolean call, long delay, TimeUnit unit,
			ScheduledThreadPoolExecutor pool) {
		if (task == null || unit == null || task instanceof TrackedRun || this.ledger.context().isHandingOver()) {
			return null;
		}
		OneShot<V> live = openOneShot(task, call, unit.toNanos(delay));
		if (live == null) {
			return null;
		}
		Future<V> future;
		try {
			future = pool.schedule((Callable<V>) live, delay, unit);
		}
		catch (Throwable ex) {
			this.ledger.writer().notTaken(live, ex instanceof RejectedExecutionException);
			throw ex;
		}
		this.ledger.writer().taken(live, future);
		return live;
	}

	private <V extends @Nullable Object> @Nullable OneShot<V> openOneShot(Object task, boolean call, long delayNanos) {
		String refusal;
		try {
			Opening opening = this.ledger.opening(this, task, false);
			refusal = opening.refusal();
			if (refusal == null) {
				return this.ledger.writer().openOneShot(opening, task, call, delayNanos);
			}
			opening.line().rejected.increment();
		}
		catch (Throwable ex) {
			this.ledger.errors().caught("record a task", ex);
			return null;
		}
		throw this.traits.refusal().apply(refusal);
	}

	long nanos() {
		return this.ledger.time().nanos();
	}

	Object face(Object task, TrackedRun run) {
		try {
			return this.traits.face().of(task, run);
		}
		catch (Throwable ex) {
			this.ledger.errors().caught("keep the face of a task", ex);
			return run;
		}
	}

	private @Nullable Future<?> schedule(LiveTask live, Supplier<? extends @Nullable Future<?>> handOver) {
		Future<?> future = handOver(live, handOver);
		if (future == null) {
			this.ledger.writer().notTaken(live, false);
			return null;
		}
		this.ledger.writer().taken(live, future);
		return isKnown(future) ? watched(live, TrackedFuture.of(live, future)) : future;
	}

	private Future<?> watched(LiveTask live, Future<?> future) {
		if (live.isPeriodic()) {
			this.ledger.guarded("watch a task's future", () -> this.ledger.handles().watch(future, live));
		}
		return future;
	}

	private <R extends @Nullable Object> R handOver(LiveTask live, Supplier<R> handOver) {
		boolean before = handingOver(true);
		try {
			return handOver.get();
		}
		catch (Throwable ex) {
			this.ledger.writer().notTaken(live, ex instanceof RejectedExecutionException);
			throw ex;
		}
		finally {
			handingOver(before);
		}
	}

	boolean handingOver(boolean handingOver) {
		return this.ledger.context().handingOver(handingOver);
	}

	void batchRefused(LiveTask live, boolean rejected) {
		this.ledger.writer().notTaken(live, rejected);
	}

	void batchEnded(LiveTask live) {
		cancelled(live);
	}

	/** A future of a library can have methods that a wrapper would hide. */
	private static boolean isKnown(Future<?> future) {
		String type = future.getClass().getName();
		return (type.startsWith("java.util.concurrent.") && !type.startsWith("java.util.concurrent.CompletableFuture"))
				|| type.startsWith("org.springframework.scheduling.") || type.startsWith("io.timerscope.");
	}

	RunEntry runStarts(LiveTask live, Object task) {
		RunEntry entry = this.ledger.writer().runStarts(live);
		RunObserver observer = this.ledger.observer();
		return (observer == RunObserver.NONE) ? entry : observed(entry, observer, live, task);
	}

	private RunEntry observed(RunEntry entry, RunObserver observer, LiveTask live, Object task) {
		try {
			return entry.observedBy(observer.starts(task, this.ledger.read().snapshot(live)));
		}
		catch (Throwable ex) {
			this.ledger.errors().caught("observe a run", ex);
			return entry;
		}
	}

	/** Whoever observes the run lets go last, so that the listeners record inside. */
	void runEnds(LiveTask live, RunEntry entry, @Nullable Throwable failure) {
		this.ledger.writer().runEnds(live, entry, failure);
		RunObserver.Observed observed = entry.observed();
		if (observed != null) {
			this.ledger.guarded("observe a run", () -> observed.ends(failure));
		}
	}

	boolean cancel(LiveTask live, Future<?> delegate, boolean mayInterruptIfRunning) {
		if (mayInterruptIfRunning) {
			live.cancelStarts();
		}
		boolean cancelled = false;
		try {
			cancelled = delegate.cancel(mayInterruptIfRunning);
		}
		finally {
			if (!cancelled && mayInterruptIfRunning) {
				live.cancelFails();
			}
		}
		if (cancelled) {
			cancelled(live);
		}
		return cancelled;
	}

	private void cancelled(LiveTask live) {
		try {
			this.ledger.writer().end(live, TaskState.CANCELLED);
		}
		catch (Throwable ex) {
			this.ledger.errors().caught("record a cancel", ex);
		}
	}

	/** Called within the trigger, whose failure would end the task. */
	void triggerNamed(LiveTask live, Instant next) {
		this.ledger.guarded("record when a trigger is due", () -> this.ledger.writer().dueAt(live, next));
	}

	void triggerEnded(LiveTask live, @Nullable Throwable failure) {
		this.ledger.guarded("record the end of a trigger", () -> this.ledger.writer().triggerEnded(live, failure));
	}

	/** Looks into the queue; costs a moment of its lock. */
	void sample() {
		countRetained();
		this.pace.sample();
	}

	void tellUntold(Listeners listeners) {
		for (ConcurrentMap<OwnerKind, Line> kinds : this.lines.values()) {
			for (Line line : kinds.values()) {
				line.timeNext();
				long runs = line.untold.sumThenReset();
				if (runs != 0) {
					listeners
						.tell((listener) -> listener.ranUntimed(this.name, line.untoldKind(), runs, line.lastNanos()));
				}
			}
		}
	}

	private void countRetained() {
		Integer retained = Boolean.TRUE.equals(this.pool.removeOnCancel()) ? null : this.pool.retained();
		this.retained = (retained == null) ? 0 : retained;
	}

	SchedulerTraits traits() {
		return this.traits;
	}

	Pace pace() {
		return this.pace;
	}

	Line line(Site site, OwnerKind kind) {
		ConcurrentMap<OwnerKind, Line> kinds = this.lines.get(site);
		if (kinds == null) {
			kinds = this.lines.computeIfAbsent(site, (key) -> new ConcurrentHashMap<>(2));
		}
		Line line = kinds.get(kind);
		return (line != null) ? line : kinds.computeIfAbsent(kind, (key) -> new Line(this, site, kind));
	}

	Collection<ConcurrentMap<OwnerKind, Line>> lines() {
		return this.lines.values();
	}

	/**
	 * The executor's own {@code invokeAll}.
	 *
	 * @param <V> what the callables return
	 */
	@FunctionalInterface
	public interface InvokeAll<V extends @Nullable Object> {

		/**
		 * Runs the batch.
		 * @param tasks as many callables as were given, in their order
		 * @return the answer
		 * @throws InterruptedException if interrupted
		 */
		List<Future<V>> run(Collection<? extends Callable<V>> tasks) throws InterruptedException;

	}

	/**
	 * The executor's own {@code invokeAny}.
	 *
	 * @param <V> what the callables return
	 * @param <X> what the executor throws when time is up
	 */
	@FunctionalInterface
	public interface InvokeAny<V extends @Nullable Object, X extends Exception> {

		/**
		 * Runs the batch.
		 * @param tasks as many callables as were given, in their order
		 * @return the answer
		 * @throws InterruptedException if interrupted
		 * @throws ExecutionException if no callable returned
		 * @throws X if time was up
		 */
		V run(Collection<? extends Callable<V>> tasks) throws InterruptedException, ExecutionException, X;

	}

	/**
	 * What is known of a call before it is handed over.
	 *
	 * @param line where it is counted
	 * @param owner for whom it was made
	 * @param refusal why it is refused, or {@code null}
	 * @param siteInferred whether the line comes from the class of the task
	 */
	record Opening(Line line, Owner owner, @Nullable String refusal, boolean siteInferred) {
	}

}
