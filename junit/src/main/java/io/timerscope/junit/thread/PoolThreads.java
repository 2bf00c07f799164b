package io.timerscope.junit.thread;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * The platform threads of this JVM, and which of them belong to a pool or a timer. Stops
 * no thread to list them; only the stacks of new threads are looked at.
 */
public final class PoolThreads {

	private static final int STARTING_TRIES = 50;

	private static final long STARTING_PAUSE_NANOS = 1_000_000;

	private PoolThreads() {
	}

	public static Set<Thread> all() {
		ThreadGroup root = Thread.currentThread().getThreadGroup();
		while (root.getParent() != null) {
			root = root.getParent();
		}
		Thread[] threads = new Thread[root.activeCount() + 16];
		int count = root.enumerate(threads);
		while (count == threads.length) {
			threads = new Thread[threads.length * 2];
			count = root.enumerate(threads);
		}
		Set<Thread> all = Collections.newSetFromMap(new IdentityHashMap<>());
		for (int i = 0; i < count; i++) {
			all.add(threads[i]);
		}
		return all;
	}

	/** What a thread is in words, or {@code null} if it is of no pool and no timer. */
	public static @Nullable String kindOf(Thread thread, StackTraceElement[] stack) {
		if (isOfTheJvm(thread)) {
			return null;
		}
		if (thread instanceof ForkJoinWorkerThread worker) {
			return (worker.getPool() == ForkJoinPool.commonPool()) ? null : "thread of a ForkJoinPool";
		}
		if (isTimer(thread)) {
			return "thread of a java.util.Timer";
		}
		boolean scheduled = false;
		for (StackTraceElement frame : stack) {
			switch (frame.getClassName()) {
				case "java.util.concurrent.ScheduledThreadPoolExecutor",
						"java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue",
						"java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask" ->
					scheduled = true;
				case "java.util.concurrent.ThreadPoolExecutor$Worker" -> {
					return scheduled ? "thread of a ScheduledThreadPoolExecutor" : "thread of a ThreadPoolExecutor";
				}
				case "io.netty.util.HashedWheelTimer$Worker" -> {
					return "thread of a HashedWheelTimer";
				}
				case "io.netty.util.concurrent.SingleThreadEventExecutor" -> {
					return "thread of a Netty executor";
				}
				case "org.quartz.core.QuartzSchedulerThread", "org.quartz.simpl.SimpleThreadPool$WorkerThread" -> {
					return "thread of a Quartz scheduler";
				}
				default -> {
				}
			}
		}
		return null;
	}

	/**
	 * The JVM's own, such as the carriers of virtual threads and those that wake them:
	 * nobody can shut their pools down.
	 */
	private static boolean isOfTheJvm(Thread thread) {
		return thread.getClass().getName().startsWith("jdk.internal.");
	}

	public static boolean isTimer(Thread thread) {
		return thread.getClass().getName().equals("java.util.TimerThread");
	}

	/** The stack of a thread; waits a moment for one that has not got under way. */
	public static StackTraceElement[] stackOf(Thread thread) {
		StackTraceElement[] stack = thread.getStackTrace();
		for (int i = 0; i < STARTING_TRIES && stack.length == 0 && thread.isAlive(); i++) {
			LockSupport.parkNanos(STARTING_PAUSE_NANOS);
			stack = thread.getStackTrace();
		}
		return stack;
	}

}
