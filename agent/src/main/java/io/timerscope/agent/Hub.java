package io.timerscope.agent;

import java.util.Arrays;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Where the JDK's schedulers tell what they do, and where whoever wants to know listens.
 * It is never used under this name: {@link HubClass} gives it one in the JDK's own
 * package, which every class sees. So it knows the JDK only, and is one class.
 */
public final class Hub {

	/** Each is an array of a class loader and of who listens for it. */
	private static volatile Object[][] ears = {};

	/** Knows where pools were made, or {@code null} where nobody remembers. */
	private static volatile @Nullable Function<Object, StackTraceElement[]> memory;

	/** Told of what is made alone, and first. */
	private static volatile @Nullable BiConsumer<String, Object[]> builders;

	private static final AtomicLong FAILURES = new AtomicLong();

	private static volatile @Nullable String firstFailure;

	private Hub() {
	}

	/**
	 * Adds who listens.
	 * @param loader what is scheduled in its name is for this one; {@code null} to hear
	 * of everything
	 * @param ear told of what happens, with the scheduler or task first
	 */
	public static synchronized void listen(@Nullable ClassLoader loader, BiConsumer<String, Object[]> ear) {
		Object[][] after = Arrays.copyOf(ears, ears.length + 1);
		after[ears.length] = new Object[] { loader, ear };
		ears = after;
	}

	/**
	 * Lets go of who listens.
	 * @param ear told of nothing more
	 */
	public static synchronized void leave(BiConsumer<String, Object[]> ear) {
		int count = 0;
		Object[][] after = new Object[ears.length][];
		for (Object[] each : ears) {
			if (each[1] != ear) {
				after[count++] = each;
			}
		}
		ears = Arrays.copyOf(after, count);
	}

	/**
	 * Sets who remembers where pools and timers were made.
	 * @param ear told of everything
	 * @param lines answers with the stack on which a pool, a timer's thread or a pool's
	 * thread was made, or {@code null}
	 */
	public static void remember(BiConsumer<String, Object[]> ear, Function<Object, StackTraceElement[]> lines) {
		memory = lines;
		builders = ear;
	}

	/**
	 * Where a pool, a timer's thread or a pool's thread was made.
	 * @param what the pool or thread
	 * @return the stack, or {@code null} if nobody remembers
	 */
	public static StackTraceElement @Nullable [] madeAt(Object what) {
		Function<Object, StackTraceElement[]> lines = memory;
		return (lines == null) ? null : lines.apply(what);
	}

	/**
	 * How often somebody who listens failed, so that something was not noted.
	 * @return zero or more
	 */
	public static long failures() {
		return FAILURES.get();
	}

	/** Called at the end of a pool's constructor. */
	public static void made(Object pool) {
		tellMade("pool", pool);
	}

	/** Called at the end of the constructor of a pool's thread. */
	public static void worker(Object pool, Object thread) {
		tellMade("worker", pool, thread);
	}

	/** Called before a pool takes a task that runs once. */
	public static void scheduled(Object future, ScheduledThreadPoolExecutor pool, Object task, long delay,
			TimeUnit unit) {
		if (ears.length != 0 && !isOfVirtualThreads(pool)) {
			tellOne("scheduled", pool, future, task, unit.toNanos(delay), 0L);
		}
	}

	/** Called before a pool takes a task that runs at a fixed rate. */
	public static void scheduledAtFixedRate(Object future, ScheduledThreadPoolExecutor pool, Object task, long delay,
			long period, TimeUnit unit) {
		if (ears.length != 0) {
			tellOne("scheduled", pool, future, task, unit.toNanos(delay), unit.toNanos(period));
		}
	}

	/** Called before a pool takes a task that runs with a fixed delay. */
	public static void scheduledWithFixedDelay(Object future, ScheduledThreadPoolExecutor pool, Object task, long delay,
			long period, TimeUnit unit) {
		if (ears.length != 0) {
			tellOne("scheduled", pool, future, task, unit.toNanos(delay), -unit.toNanos(period));
		}
	}

	/** Called before a pool of the JDK's that forks takes a task. */
	public static void forked(ForkJoinPool pool, Object future, @Nullable Object runnable, @Nullable Object callable,
			long delay, long period) {
		Object task = (runnable != null) ? runnable : callable;
		if (task != null && ears.length != 0 && !isOfVirtualThreads(pool)) {
			tellOne("scheduled", pool, future, task, delay, period);
		}
	}

	/** A thread that sleeps is in a state in which next to nothing may be done. */
	private static boolean isOfVirtualThreads(ExecutorService pool) {
		try {
			Object factory = (pool instanceof ForkJoinPool forks) ? forks.getFactory()
					: ((ScheduledThreadPoolExecutor) pool).getThreadFactory();
			return factory.getClass().getName().startsWith("java.lang.VirtualThread");
		}
		catch (RuntimeException ex) { // a subclass may do anything
			return false;
		}
	}

	/** Called at the end of a timer's constructor. */
	public static void timer(Object thread) {
		tellMade("timer", thread);
	}

	/** Called before a timer takes a task. */
	public static void timerScheduled(Object thread, Object task, long time, long period) {
		tellOne("timer-scheduled", thread, task, time, period);
	}

	/** Called before and after a timer is cancelled. */
	public static void timerCancelled(Object thread) {
		tellAll("timer-cancelled", thread);
	}

	/** Called after a task was cancelled, or not. */
	public static void cancelled(boolean done, Object task) {
		if (done) {
			tellAll("cancelled", task);
		}
	}

	/** Called before a run. */
	public static void runs(Object future) {
		tellAll("runs", future);
	}

	/** Called after a run, of which the future knows how it ended. */
	public static void ran(Object future) {
		tellAll("ran", future, null);
	}

	/** Called in place of the run of a timer's task. */
	public static void run(TimerTask task) {
		run(task, task);
	}

	/** Called in place of the run of a task. */
	public static void run(Runnable task, Object future) {
		if (ears.length == 0) {
			task.run();
			return;
		}
		tellAll("runs", future);
		Throwable failure = null;
		try {
			task.run();
		}
		catch (Throwable ex) {
			failure = ex;
			throw ex;
		}
		finally {
			tellAll("ran", future, failure);
		}
	}

	/** Called in place of the call of a task. */
	public static @Nullable Object call(Callable<?> task, Object future) throws Exception {
		if (ears.length == 0) {
			return task.call();
		}
		tellAll("runs", future);
		Throwable failure = null;
		try {
			return task.call();
		}
		catch (Throwable ex) {
			failure = ex;
			throw ex;
		}
		finally {
			tellAll("ran", future, failure);
		}
	}

	/**
	 * What the first failure was.
	 * @return in words, or {@code null} if there was none
	 */
	public static @Nullable String firstFailure() {
		return firstFailure;
	}

	private static void tellMade(String event, Object... about) {
		BiConsumer<String, Object[]> ear = builders;
		if (ear != null) {
			tell(new Object[] { null, ear }, event, about);
		}
		tellAll(event, about);
	}

	private static void tellAll(String event, @Nullable Object... about) {
		for (Object[] each : ears) {
			tell(each, event, about);
		}
	}

	/**
	 * A task is that application's in whose name the thread works: the one whose class
	 * loader the thread has, else the one that came first.
	 */
	private static void tellOne(String event, Object... about) {
		Object[] first = null;
		Object[] own = null;
		ClassLoader mine = Thread.currentThread().getContextClassLoader();
		for (Object[] each : ears) {
			if (each[0] == null) {
				tell(each, event, about);
			}
			else {
				first = (first != null) ? first : each;
				own = (own == null && isAbove((ClassLoader) each[0], mine)) ? each : own;
			}
		}
		Object[] chosen = (own != null) ? own : first;
		if (chosen != null) {
			tell(chosen, event, about);
		}
	}

	private static boolean isAbove(ClassLoader loader, @Nullable ClassLoader mine) {
		ClassLoader each = mine;
		while (each != null) {
			if (each == loader) {
				return true;
			}
			each = each.getParent();
		}
		return false;
	}

	/** What a listener throws goes no further and is counted. */
	@SuppressWarnings("unchecked")
	private static void tell(Object[] ear, String event, @Nullable Object[] about) {
		try {
			((BiConsumer<String, Object[]>) ear[1]).accept(event, about);
		}
		catch (Throwable ex) {
			if (FAILURES.getAndIncrement() == 0) {
				firstFailure = ex.toString();
			}
		}
	}

}
