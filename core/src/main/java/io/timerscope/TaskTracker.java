package io.timerscope;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The tracking of one scheduler, or of all that share a name. Its one verb is
 * {@code track}: note the task, hand it over, note the future. Called by any thread that
 * schedules, runs or cancels.
 *
 * @since 0.1.0
 */
public final class TaskTracker {

	private static final int UNWATCHED_CLASSES = 10;

	private final TaskLedger ledger;

	private final String name;

	private final String type;

	private final SchedulerTraits traits;

	private final OneShots shots;

	private final Lines lines;

	private final Pace pace = new Pace();

	private final PoolViews pool = new PoolViews();

	/** Classes of futures that are given to callers as they are. */
	private final Set<String> unwatchedFutures = ConcurrentHashMap.newKeySet();

	private volatile int retained;

	TaskTracker(TaskLedger ledger, String name, String type, SchedulerTraits traits) {
		this.ledger = ledger;
		this.name = name;
		this.type = type;
		this.traits = traits;
		this.lines = new Lines(this, ledger.live());
		this.shots = new OneShots(ledger, this);
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
		addPool(pool);
		tidyPools();
	}

	void addPool(PoolView pool) {
		this.pool.add(pool);
	}

	/** Asks the pools whether they have ended, hence without a lock. */
	void tidyPools() {
		this.pool.tidy();
	}

	/** Whether nothing of the scheduler is left but counts. */
	boolean isGone() {
		return this.pool.isGone() && totals().live() == 0;
	}

	/**
	 * The counts of this scheduler.
	 * @return one consistent reading
	 */
	public Totals totals() {
		return this.lines.totals().withRetained(this.retained);
	}

	/**
	 * The counts of this scheduler for one kind of owner.
	 * @param kind the kind
	 * @return one consistent reading, without retained tasks
	 */
	public Totals totals(OwnerKind kind) {
		return this.lines.totals(kind);
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
	public <F extends @Nullable Future<?>> F track(Runnable task, Schedule schedule, Function<Runnable, F> handOver) {
		return (schedule instanceof Schedule.Once once) ? this.shots.through(task, 0, once::initialNanos, any(handOver))
				: trackAny(task, schedule, any(handOver));
	}

	/**
	 * Hands a task that runs once at a certain time to the scheduler and follows it from
	 * there.
	 * @param <F> the scheduler's future
	 * @param task what the application wants to run
	 * @param delayNanos how long from now that is, in nanoseconds; asked for only where
	 * the scheduler's future is not the JDK's own, which knows, and possibly after the
	 * hand-over
	 * @param handOver the scheduler's own method
	 * @return as {@link #track(Runnable, Schedule, Function)}
	 */
	public <F extends @Nullable Future<?>> F trackOnce(Runnable task, LongSupplier delayNanos,
			Function<Runnable, F> handOver) {
		return this.shots.through(task, Lifecycle.SCHEDULED_AT, delayNanos, any(handOver));
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
		if (run == null) {
			return handOver.apply(task, null);
		}
		TriggerWatch watch = new TriggerWatch(this, run.live());
		return (F) schedule(run.live(), (it) -> handOver.apply((Runnable) it, watch), face(task, run));
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
	public <V extends @Nullable Object, F extends @Nullable Future<V>> F trackCallable(Callable<V> task,
			Schedule schedule, Function<Callable<V>, F> handOver) {
		return (schedule instanceof Schedule.Once once)
				? this.shots.through(task, Lifecycle.RETURNS_VALUE, once::initialNanos, any(handOver))
				: trackAny(task, schedule, any(handOver));
	}

	/** What is handed over is of the kind that was given. */
	@SuppressWarnings("unchecked")
	private static <F extends @Nullable Future<?>> Function<Object, F> any(Function<?, F> handOver) {
		return (Function<Object, F>) handOver;
	}

	@SuppressWarnings({ "unchecked", "NullAway" }) // F is what the hand-over returns
	private <F extends @Nullable Future<?>> F trackAny(Object task, Schedule schedule, Function<Object, F> handOver) {
		TrackedRun run = open(task, schedule);
		return (run == null) ? handOver.apply(task) : (F) schedule(run.live(), handOver, face(task, run));
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
		handOver(run.live(), (it) -> {
			handOver.accept((Runnable) it);
			return it;
		}, face(task, run));
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
	 * Has a run that is about to be handed over execute what others have put around the
	 * user's task. The task, its line and its owner stay the user's.
	 * @param run what a {@link TaskFace} was given
	 * @param surrounding of the kind of the task, a {@link Runnable} or a
	 * {@link Callable}; or the user's task itself
	 * @return whether it is a run
	 */
	public static boolean surround(Object run, Object surrounding) {
		if (run instanceof TrackedRun tracked) {
			tracked.surround(surrounding);
			return true;
		}
		return false;
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
	 * @return the same tasks, each as the future that its caller holds
	 */
	public List<Runnable> dropped(Collection<? extends Runnable> dropped) {
		List<Runnable> handles = new ArrayList<>(dropped);
		this.ledger.guarded("settle what a pool dropped", () -> {
			Handles known = Handles.of(this.ledger.live(), dropped);
			handles.replaceAll(known::of);
			known.lose(this.ledger.writer());
			this.ledger.settlement().allOf(this);
		});
		return handles;
	}

	/**
	 * Removes a task from a pool's queue, and takes note that it will not run.
	 * @param task the future that a caller holds, or the pool's own
	 * @param removal the pool's own method
	 * @return what that returned
	 */
	public boolean remove(@Nullable Object task, Predicate<@Nullable Object> removal) {
		Object bare = bare(task);
		boolean removed = removal.test(bare);
		if (removed && bare != null) {
			this.ledger.guarded("settle what left a queue", () -> removed(List.of(bare)));
		}
		return removed;
	}

	/**
	 * Shows a pool's queue with the futures that callers hold.
	 * @param queue the pool's own
	 * @return a view; what leaves the queue through it will not run
	 */
	public BlockingQueue<Runnable> queue(BlockingQueue<Runnable> queue) {
		return new TrackedQueue(queue, this);
	}

	/** Takes note of what left a queue and was not cancelled. */
	void removed(Collection<?> entries) {
		Handles.of(this.ledger.live(), entries).lose(this.ledger.writer());
	}

	/** The futures that callers hold in place of a queue's entries. */
	Handles handles(Collection<?> entries) {
		return Handles.of(this.ledger.live(), entries);
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
		Opening opening = opening(task, schedule.isPeriodic(), this.ledger.context().slots());
		try {
			return (opening == null || task == null) ? null : this.ledger.writer().open(opening, task, schedule);
		}
		catch (Throwable ex) {
			this.ledger.errors().caught("record a task", ex);
			return null;
		}
	}

	/**
	 * Looks at a call before the task is handed over.
	 * @param slots what the thread is at
	 * @return {@code null} if the task is not to be tracked
	 * @throws RuntimeException if it is refused
	 */
	@Nullable Opening opening(@Nullable Object task, boolean periodic, @Nullable Object @Nullable [] slots) {
		if (task == null || task instanceof TrackedRun || OwnerContext.isHandingOver(slots)) {
			return null;
		}
		Opening opening;
		try {
			opening = this.ledger.openings().of(this, task, periodic, OwnerContext.source(slots));
			if (opening.refusal() == null) {
				return opening;
			}
			opening.line().rejected();
		}
		catch (Throwable ex) {
			this.ledger.errors().caught("record a task", ex);
			return null;
		}
		throw this.traits.refusal().apply(opening.refusal());
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

	private @Nullable Future<?> schedule(LiveTask live, Function<Object, ? extends @Nullable Future<?>> handOver,
			Object given) {
		Future<?> future = handOver(live, handOver, given);
		if (future == null) {
			this.ledger.writer().notTaken(live, false);
			return null;
		}
		return taken(live, future);
	}

	/** Notes the future and returns what the caller gets in its place. */
	Future<?> taken(LiveTask live, Future<?> future) {
		Future<?> handle = handle(live, future);
		boolean watched = live.isPeriodic();
		this.ledger.writer().taken(live, watched ? future : handle);
		if (watched && handle != future) {
			this.ledger.guarded("watch a task's future", () -> this.ledger.handles().watch(handle, live));
		}
		return handle;
	}

	/** What stands in for a scheduler's future. */
	Future<?> handle(LiveTask live, Future<?> future) {
		if (isKnown(future)) {
			return TrackedFuture.of(live, future);
		}
		if (live.isPeriodic() && this.unwatchedFutures.size() < UNWATCHED_CLASSES) {
			this.unwatchedFutures.add(future.getClass().getName());
		}
		return future;
	}

	private <R extends @Nullable Object> R handOver(LiveTask live, Function<Object, R> handOver, Object given) {
		try {
			return handOver(handOver, given, this.ledger.context().claimedSlots());
		}
		catch (Throwable ex) {
			this.ledger.writer().notTaken(live, ex instanceof RejectedExecutionException);
			throw ex;
		}
	}

	static <R extends @Nullable Object> R handOver(Function<Object, R> handOver, Object given,
			@Nullable Object[] slots) {
		boolean before = OwnerContext.handingOver(slots, true);
		try {
			return handOver.apply(given);
		}
		finally {
			OwnerContext.handingOver(slots, before);
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

	boolean cancel(LiveTask live, Future<?> delegate, boolean mayInterruptIfRunning) {
		if (mayInterruptIfRunning) {
			live.cancelStarts();
		}
		boolean cancelled = false;
		try {
			cancelled = delegate.cancel(mayInterruptIfRunning);
		}
		finally {
			if (!cancelled && mayInterruptIfRunning && !delegate.isCancelled()) {
				live.cancelFails(); // nor did another cancel succeed
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
	void triggerNamed(LiveTask live, Instant next, @Nullable Instant following, @Nullable Instant now) {
		this.ledger.guarded("record when a trigger is due", () -> {
			Instant from = (now != null) ? now : this.ledger.time().now();
			this.ledger.writer()
				.dueIn(live, Duration.between(from, next),
						(following == null) ? null : Duration.between(from, following));
		});
	}

	void triggerEnded(LiveTask live, @Nullable Throwable failure) {
		this.ledger.guarded("record the end of a trigger", () -> this.ledger.writer().triggerEnded(live, failure));
	}

	/**
	 * Whether anything runs. Where nothing does, what is due waits for no thread: the
	 * scheduler is paused.
	 * @param ifUnknown the answer where there is no pool to ask
	 */
	boolean isAtWork(boolean ifUnknown) {
		boolean[] active = { totals().running() > 0 };
		this.ledger.guarded("ask a pool", () -> {
			Integer threads = pool().activeThreads();
			active[0] |= (threads == null) ? ifUnknown : threads > 0;
			active[0] &= !pool().isPaused();
		});
		return active[0];
	}

	/** Looks into the queue; costs a moment of its lock. */
	void sample() {
		this.lines.recount();
		countRetained();
		this.pace.sample();
	}

	void tellUntold(Listeners listeners) {
		this.lines.forEach((line) -> {
			line.sampling.timeNext();
			long runs = line.untold.take(line.completed());
			if (runs != 0) {
				listeners.tell((listener) -> listener.ranUntimed(this.name, line.untold.kind(), runs,
						line.sampling.lastNanos()));
			}
		});
	}

	private void countRetained() {
		Integer retained = Boolean.TRUE.equals(this.pool.removeOnCancel()) ? null : this.pool.retained();
		this.retained = (retained == null) ? 0 : retained;
	}

	/** Whether the pool seems to have fewer tasks than the ledger. */
	boolean lacksTasks() {
		Integer queued = this.pool.queued();
		Integer active = this.pool.activeThreads();
		return queued != null && active != null && totals().live() > queued - this.retained + active;
	}

	OneShots shots() {
		return this.shots;
	}

	SchedulerTraits traits() {
		return this.traits;
	}

	List<String> unwatchedFutures() {
		return this.unwatchedFutures.stream().sorted().toList();
	}

	Pace pace() {
		return this.pace;
	}

	Lines lines() {
		return this.lines;
	}

	RunRecorder runs() {
		return this.ledger.runs();
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

}
