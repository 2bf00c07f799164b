package io.timerscope.handmade;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.TickListener;
import io.timerscope.ledger.FollowedTask;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import org.jspecify.annotations.Nullable;

/**
 * Brings what the agent tells of pools and timers that are no beans into a ledger. Called
 * by the threads that schedule and run; what pools do and return stays their own.
 *
 * @since 0.1.0
 */
public final class HandmadeTimers implements BiConsumer<String, Object[]>, TickListener, AutoCloseable {

	/** Of all applications in this JVM that have these classes. */
	private static final List<HandmadeTimers> OPEN = new CopyOnWriteArrayList<>();

	private final TaskLedger ledger;

	private final JvmHub hub;

	private final Makers makers;

	/** By the pool's own future, or by the timer's task. */
	private final Map<Object, Entry> tasks = new ConcurrentHashMap<>();

	/** Those under way, whatever becomes of them meanwhile. */
	private final Map<Object, Entry> running = new ConcurrentHashMap<>();

	private final ClassLoader loader;

	private volatile boolean closed;

	private HandmadeTimers(TaskLedger ledger, JvmHub hub, Makers makers, ClassLoader loader) {
		this.ledger = ledger;
		this.hub = hub;
		this.makers = makers;
		this.loader = loader;
	}

	/**
	 * Begins to listen.
	 * @param ledger where tasks are noted
	 * @param hub where schedulers tell what they do
	 * @param loader the class loader of the application
	 * @param libraries names the library that a class is of, or {@code null} for the
	 * application's classes
	 * @return to be closed with the application
	 */
	public static HandmadeTimers listen(TaskLedger ledger, JvmHub hub, @Nullable ClassLoader loader,
			Function<Class<?>, @Nullable String> libraries) {
		ClassLoader known = (loader != null) ? loader : ClassLoader.getSystemClassLoader();
		HandmadeTimers timers = new HandmadeTimers(ledger, hub, new Makers(ledger, hub, libraries, loader), known);
		OPEN.add(timers);
		hub.listen(known, timers);
		return timers;
	}

	/**
	 * Leaves a pool alone that the user does not want to be tracked.
	 * @param pool the pool
	 */
	public void leaveAlone(ExecutorService pool) {
		this.makers.leaveAlone(pool);
	}

	/**
	 * The line of the application that made the pool or timer of a thread.
	 * @param thread the thread
	 * @return the line, or {@code null} if its tasks are not tracked here
	 */
	public @Nullable Site madeAt(Thread thread) {
		return this.makers.madeAt(thread);
	}

	/**
	 * Whether a thread is of the pool of a bean whose tasks are tracked.
	 * @param thread the thread
	 * @return {@code false} also where that is not known
	 */
	public boolean isOfBean(Thread thread) {
		return this.makers.isOfBean(thread);
	}

	/**
	 * Of what is scheduled the hub tells one application only, by its class loader. Of
	 * several that share it, the task belongs to the one that the thread works for. Of
	 * runs and ends it tells all, each of which knows its own tasks.
	 */
	@Override
	public void accept(String event, Object[] about) {
		(event.endsWith("scheduled") ? atWork() : this).told(event, about);
	}

	private HandmadeTimers atWork() {
		for (HandmadeTimers each : OPEN) {
			if (!each.closed && each.ledger.context().source() != null) {
				return each;
			}
		}
		return this.closed ? another() : this;
	}

	/** One that has closed listens until its last run is over. */
	private HandmadeTimers another() {
		for (HandmadeTimers each : OPEN) {
			if (!each.closed && each.loader == this.loader) {
				return each;
			}
		}
		return this;
	}

	private void told(String event, Object[] about) {
		if (!this.closed || event.equals("ran")) { // a run under way puts back its thread
			this.ledger.guarded("follow a timer that is no bean", () -> hear(event, about));
		}
	}

	private void hear(String event, Object[] about) {
		switch (event) {
			case "runs" -> runs(about[0]);
			case "ran" -> ran(about[0], (Throwable) about[1]);
			case "cancelled" -> cancelled(about[0]);
			case "scheduled" -> scheduled((ExecutorService) about[0], (Future<?>) about[1], about[2],
					schedule((Long) about[3], (Long) about[4]));
			case "timer-scheduled" -> {
				long wait = Math.max(0, (Long) about[2] - System.currentTimeMillis());
				scheduled((Thread) about[0], (TimerTask) about[1],
						schedule(TimeUnit.MILLISECONDS.toNanos(wait), TimeUnit.MILLISECONDS.toNanos((Long) about[3])));
			}
			case "worker" -> this.makers.worker(about[0], (Thread) about[1]);
			case "timer-cancelled" -> timerCancelled((Thread) about[0]);
			default -> {
				// what is made is remembered by the agent
			}
		}
	}

	private static Schedule schedule(long delay, long period) {
		if (period == 0) {
			return (delay <= 0) ? Schedule.immediate() : Schedule.once(delay);
		}
		return (period > 0) ? Schedule.fixedRate(delay, period) : Schedule.fixedDelay(delay, -period);
	}

	private void scheduled(ExecutorService pool, Future<?> future, Object task, Schedule schedule) {
		if (this.ledger.isHandingOver() || TaskTracker.isTracked(task)) {
			this.makers.isOfBean(pool);
			return;
		}
		if (pool.isShutdown()) {
			return;
		}
		TaskTracker tracker = this.makers.of(pool);
		FollowedTask followed = (tracker == null) ? null : tracker.follow(task, schedule, future);
		if (followed != null && isPools(future)) {
			this.tasks.put(future, new Entry(followed, future, new WeakReference<>(pool)));
		}
	}

	/** A future that a pool's subclass put around its own is not the one that runs. */
	private static boolean isPools(Future<?> future) {
		return future.getClass().getName().startsWith("java.util.concurrent.");
	}

	private void scheduled(Thread timer, TimerTask task, Schedule schedule) {
		TaskTracker tracker = this.ledger.isHandingOver() ? null : this.makers.ofTimer(timer);
		if (tracker != null) {
			TimerFuture future = new TimerFuture(task, timer);
			FollowedTask followed = tracker.follow(task, schedule, future);
			if (followed != null) {
				this.tasks.put(new Identity(task), new Entry(followed, future, null));
			}
		}
	}

	private static Object key(Object task) {
		return (task instanceof TimerTask) ? new Identity(task) : task;
	}

	private void runs(Object task) {
		Object key = key(task);
		Entry entry = this.tasks.get(key);
		if (entry != null) {
			this.running.put(key, entry);
			entry.followed().starts();
		}
	}

	private void ran(Object task, @Nullable Throwable thrown) {
		Object key = key(task);
		Entry entry = this.running.remove(key);
		if (entry != null) {
			entry.followed().ends((thrown != null) ? thrown : failure(entry.future()));
			if (entry.followed().isOver()) {
				this.tasks.remove(key);
			}
		}
		if (this.closed && this.running.isEmpty()) {
			leave();
		}
	}

	/** A future knows how its run ended; a timer's does not need to. */
	private static @Nullable Throwable failure(Future<?> future) {
		if (future instanceof TimerFuture || !future.isDone() || future.isCancelled()) {
			return null;
		}
		try {
			future.get(0, TimeUnit.NANOSECONDS);
			return null;
		}
		catch (ExecutionException ex) {
			return (ex.getCause() != null) ? ex.getCause() : ex;
		}
		catch (CancellationException ex) {
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
		catch (Exception ex) {
			return ex;
		}
	}

	private void cancelled(Object task) {
		Entry entry = this.tasks.remove(key(task));
		if (entry != null) {
			cancelled(entry);
		}
	}

	private static void cancelled(Entry entry) {
		if (entry.future() instanceof TimerFuture future) {
			future.cancelled();
		}
		entry.followed().cancelled();
	}

	private void timerCancelled(Thread timer) {
		this.tasks.values().removeIf((entry) -> {
			boolean own = entry.future() instanceof TimerFuture future && future.isOf(timer);
			if (own) {
				cancelled(entry);
			}
			return own;
		});
	}

	/** Lets go of tasks that ended where nobody told of it. */
	@Override
	public void tick() {
		this.tasks.values().removeIf((entry) -> {
			if (entry.isDropped()) {
				entry.followed().lost();
			}
			return entry.followed().isOver();
		});
	}

	/** Stops to listen and lets go of everything; pools and timers work on untouched. */
	@Override
	public void close() {
		this.closed = true;
		if (this.running.isEmpty()) {
			leave();
		}
		this.tasks.clear();
		this.makers.clear();
	}

	private void leave() {
		this.hub.leave(this);
		OPEN.remove(this);
	}

	/**
	 * A task and what its scheduler knows of it.
	 *
	 * @param followed the task
	 * @param future the scheduler's own
	 * @param pool where it runs, or {@code null} for a timer
	 */
	private record Entry(FollowedTask followed, Future<?> future, @Nullable WeakReference<ExecutorService> pool) {

		/** {@code shutdownNow} empties the queue and cancels nothing. */
		boolean isDropped() {
			ExecutorService pool = (this.pool == null) ? null : this.pool.get();
			return pool != null && pool.isTerminated() && !this.future.isDone();
		}

	}

	/** A timer's task, whose class may have an equals of its own. */
	private record Identity(Object task) {

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Identity identity && identity.task == this.task;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this.task);
		}

	}

}
