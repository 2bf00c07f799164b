package io.timerscope.ledger;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.Totals;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.TaskView;
import io.timerscope.record.Lifecycle;
import io.timerscope.record.OneShot;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.TrackedFuture;
import io.timerscope.record.TrackedRun;
import org.jspecify.annotations.Nullable;

/**
 * The tracking of one scheduler, or of all that share a name. What a decorator calls in
 * place of the scheduler: the task is noted, handed over by the scheduler's own method,
 * and the future is noted. Called by any thread that schedules.
 *
 * @since 0.1.0
 */
public final class TaskTracker {

	private final SchedulerRecord scheduler;

	private final HandOver handOver;

	private final OneShotHandOver shots;

	private final QueueTracker queue;

	TaskTracker(HandOver handOver, SilentEnds silentEnds) {
		this.scheduler = handOver.scheduler();
		this.handOver = handOver;
		this.shots = new OneShotHandOver(handOver);
		this.queue = new QueueTracker(this.scheduler, silentEnds);
	}

	/**
	 * The scheduler's name.
	 * @return for a bean the bean name
	 */
	public String name() {
		return this.scheduler.name();
	}

	/**
	 * The user's class.
	 * @return a binary class name, never a proxy's
	 */
	public String type() {
		return this.scheduler.type();
	}

	/**
	 * What can be read of the pool.
	 * @return one view over the pools of all schedulers of this name
	 */
	public PoolView pool() {
		return this.scheduler.pool();
	}

	/**
	 * Takes one more pool, after another scheduler of this name was made.
	 * @param pool its view
	 */
	public void pool(PoolView pool) {
		this.scheduler.pool().add(pool);
		this.scheduler.pool().tidy();
	}

	/**
	 * The counts of this scheduler.
	 * @return one consistent reading
	 */
	public Totals totals() {
		return this.scheduler.totals();
	}

	/**
	 * The counts of this scheduler for one kind of owner.
	 * @param kind the kind
	 * @return one consistent reading, without retained tasks
	 */
	public Totals totals(OwnerKind kind) {
		return this.scheduler.counts().totals(kind);
	}

	/**
	 * Hands a task to the scheduler and follows it from there.
	 * @param <F> the scheduler's future
	 * @param task what the application wants to run; {@code null} goes on to the
	 * scheduler, which knows what to say
	 * @param schedule when it is to run
	 * @param schedulerMethod the scheduler's own method
	 * @return the scheduler's future in a tracking one of the same interfaces, or exactly
	 * what the scheduler returned where that is {@code null} or of a foreign kind
	 */
	public <F extends @Nullable Future<?>> F track(Runnable task, Schedule schedule,
			Function<Runnable, F> schedulerMethod) {
		return (schedule instanceof Schedule.Once once)
				? this.shots.through(task, 0, once::initialNanos, any(schedulerMethod))
				: trackDetailed(task, schedule, any(schedulerMethod));
	}

	/**
	 * Hands a task that runs once at a certain time to the scheduler and follows it from
	 * there.
	 * @param <F> the scheduler's future
	 * @param task what the application wants to run
	 * @param delayNanos how long from now that is, in nanoseconds; asked for only where
	 * the scheduler's future is not the JDK's own, which knows, and possibly after the
	 * hand-over
	 * @param schedulerMethod the scheduler's own method
	 * @return as {@link #track(Runnable, Schedule, Function)}
	 */
	public <F extends @Nullable Future<?>> F trackOnce(Runnable task, LongSupplier delayNanos,
			Function<Runnable, F> schedulerMethod) {
		return this.shots.through(task, Lifecycle.SCHEDULED_AT, delayNanos, any(schedulerMethod));
	}

	/**
	 * Hands a task that a trigger drives to the scheduler and follows it from there.
	 * @param <F> the scheduler's future
	 * @param task what the application wants to run
	 * @param schedule what drives it
	 * @param schedulerMethod the scheduler's own method, given the watch for the trigger,
	 * or {@code null} if the task is not tracked
	 * @return as {@link #track(Runnable, Schedule, Function)}
	 */
	@SuppressWarnings({ "unchecked", "NullAway" }) // F is what the hand-over returns
	public <F extends @Nullable Future<?>> F trackTriggered(Runnable task, Schedule schedule,
			BiFunction<Runnable, @Nullable TriggerWatch, F> schedulerMethod) {
		TrackedRun run = this.handOver.open(task, schedule);
		if (run == null) {
			return schedulerMethod.apply(task, null);
		}
		TriggerWatch watch = new TriggerWatch(this.scheduler.writer(), run.record());
		return (F) this.handOver.schedule(run.record(), (it) -> schedulerMethod.apply((Runnable) it, watch),
				this.handOver.face(task, run));
	}

	/**
	 * Hands a callable to the scheduler and follows it from there.
	 * @param <V> what it returns
	 * @param <F> the scheduler's future
	 * @param task what the application wants to run
	 * @param schedule when it is to run
	 * @param schedulerMethod the scheduler's own method
	 * @return as {@link #track(Runnable, Schedule, Function)}
	 */
	public <V extends @Nullable Object, F extends @Nullable Future<V>> F trackCallable(Callable<V> task,
			Schedule schedule, Function<Callable<V>, F> schedulerMethod) {
		return (schedule instanceof Schedule.Once once)
				? this.shots.through(task, Lifecycle.RETURNS_VALUE, once::initialNanos, any(schedulerMethod))
				: trackDetailed(task, schedule, any(schedulerMethod));
	}

	/** A runnable stays a runnable, and a callable a callable. */
	@SuppressWarnings("unchecked")
	private static <F extends @Nullable Future<?>> Function<Object, F> any(Function<?, F> schedulerMethod) {
		return (Function<Object, F>) schedulerMethod;
	}

	@SuppressWarnings({ "unchecked", "NullAway" }) // F is what the hand-over returns
	private <F extends @Nullable Future<?>> F trackDetailed(Object task, Schedule schedule,
			Function<Object, F> schedulerMethod) {
		TrackedRun run = this.handOver.open(task, schedule);
		return (run == null) ? schedulerMethod.apply(task)
				: (F) this.handOver.schedule(run.record(), schedulerMethod, this.handOver.face(task, run));
	}

	/**
	 * Notes a task that the scheduler has as it is, and is about to take. It is never
	 * refused, and whether somebody still holds its future cannot be told.
	 * @param task what the application wants to run
	 * @param schedule when it is to run
	 * @param future the scheduler's own, which the caller gets
	 * @return to be told what the task does, or {@code null} if it is tracked already
	 */
	public @Nullable FollowedTask follow(Object task, Schedule schedule, Future<?> future) {
		TrackedRun run = this.handOver.follow(task, schedule);
		if (run == null) {
			return null;
		}
		this.scheduler.writer().taken(run.record(), future);
		return new FollowedTask(run.record(), this.scheduler.writer());
	}

	/**
	 * Hands a task to an executor that returns nothing, and follows it from there.
	 * @param task what the application wants to run
	 * @param schedulerMethod the executor's own method
	 */
	public void execute(Runnable task, Consumer<Runnable> schedulerMethod) {
		TrackedRun run = this.handOver.open(task, Schedule.immediate());
		if (run == null) {
			schedulerMethod.accept(task);
			return;
		}
		this.handOver.execute(run.record(), (it) -> {
			schedulerMethod.accept((Runnable) it);
			return it;
		}, this.handOver.face(task, run));
	}

	/**
	 * Hands a batch of callables to an executor that waits for all of them; what has not
	 * run when it returns was cancelled by it.
	 * @param <V> what they return
	 * @param tasks the callables
	 * @param schedulerMethod the executor's own {@code invokeAll}
	 * @return the executor's answer
	 * @throws InterruptedException if the executor was interrupted
	 */
	public <V extends @Nullable Object> List<Future<V>> trackInvokeAll(Collection<? extends Callable<V>> tasks,
			InvokeAll<V> schedulerMethod) throws InterruptedException {
		try (TrackedBatch<V> batch = new TrackedBatch<>(this.handOver, tasks)) {
			try {
				return schedulerMethod.run(batch.handed());
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
	 * @param schedulerMethod the executor's own {@code invokeAny}
	 * @return the executor's answer
	 * @throws InterruptedException if the executor was interrupted
	 * @throws ExecutionException if no callable returned
	 * @throws X if time was up
	 */
	public <V extends @Nullable Object, X extends Exception> V trackInvokeAny(Collection<? extends Callable<V>> tasks,
			InvokeAny<V, X> schedulerMethod) throws InterruptedException, ExecutionException, X {
		try (TrackedBatch<V> batch = new TrackedBatch<>(this.handOver, tasks)) {
			try {
				return schedulerMethod.run(batch.handed());
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
	 * Whether what a scheduler is given is a task that is tracked already.
	 * @param task what it is given
	 * @return {@code true} if it is one of ours
	 */
	public static boolean isTracked(Object task) {
		return task instanceof TrackedRun || task instanceof OneShot<?>;
	}

	/**
	 * Has a run that is about to be handed over execute what others have put around the
	 * user's task. The task, its site and its owner stay the user's.
	 * @param run what a {@link TaskView} was given
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
	 * @param schedulerMethod the scheduler's own method
	 */
	public void untracked(Runnable schedulerMethod) {
		this.handOver.context().untracked(() -> {
			schedulerMethod.run();
			return null;
		});
	}

	/**
	 * Takes note that a pool was shut down and gave tasks back.
	 * @param dropped what its {@code shutdownNow} returned
	 * @return the same tasks, each as the future that its caller holds
	 */
	public List<Runnable> dropped(Collection<? extends Runnable> dropped) {
		return this.queue.dropped(dropped);
	}

	/**
	 * Removes a task from a pool's queue, and takes note that it will not run.
	 * @param task the future that a caller holds, or the pool's own
	 * @param removal the pool's own method
	 * @return what that returned
	 */
	public boolean remove(@Nullable Object task, Predicate<@Nullable Object> removal) {
		return this.queue.remove(task, removal);
	}

	/**
	 * Shows a pool's queue with the futures that callers hold.
	 * @param queue the pool's own
	 * @return a view; what leaves the queue through it will not run
	 */
	public BlockingQueue<Runnable> queue(BlockingQueue<Runnable> queue) {
		return this.queue.queue(queue);
	}

	/**
	 * The thread that started a run last.
	 * @return its name, or {@code null} if there was no run
	 */
	public @Nullable String lastThread() {
		return this.scheduler.lateness().thread();
	}

	/**
	 * Removes cancelled tasks from the queue, where the pool allows it.
	 * @return how many have gone
	 */
	public long purge() {
		return this.scheduler.purge();
	}

	OneShotHandOver oneShots() {
		return this.shots;
	}

	SchedulerRecord scheduler() {
		return this.scheduler;
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
