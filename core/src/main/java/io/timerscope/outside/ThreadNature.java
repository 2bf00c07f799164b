package io.timerscope.outside;

import org.jspecify.annotations.Nullable;

/**
 * Tells what a thread is by its class and its stack. A worker of a pool has the pool's
 * frames at the bottom of its stack, whatever it runs; what stands below them, or is no
 * plain {@link Thread}, comes from whoever made the thread.
 */
final class ThreadNature {

	private static final String TIMER = "java.util.TimerThread";

	private static final String SCHEDULER = "java.util.concurrent.ScheduledThreadPoolExecutor";

	private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor";

	private ThreadNature() {
	}

	/** The thread with what it is, or {@code null} if it seems to run no timers. */
	static @Nullable TimerThread of(Thread thread) {
		if (thread.getContextClassLoader() == null) {
			return null;
		}
		if (thread.getClass().getName().equals(TIMER)) {
			return new TimerThread(thread, OutsideKind.TIMER, null);
		}
		StackTraceElement[] stack = thread.getStackTrace();
		for (StackTraceElement frame : stack) {
			if (frame.getClassName().startsWith(SCHEDULER)) {
				return new TimerThread(thread, OutsideKind.POOL, maker(thread, stack));
			}
		}
		return sleepsByItself(thread, stack) ? new TimerThread(thread, OutsideKind.THREAD, maker(thread, stack)) : null;
	}

	private static @Nullable Class<?> maker(Thread thread, StackTraceElement[] stack) {
		if (thread.getClass() != Thread.class) {
			return thread.getClass();
		}
		ThreadGroup group = thread.getThreadGroup();
		if (group != null && group.getClass() != ThreadGroup.class) {
			return group.getClass();
		}
		Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
		if (handler != null && handler != group && !isOfTheJdk(handler.getClass().getName())) {
			return handler.getClass();
		}
		for (int i = stack.length - 1; i >= 0 && !stack[i].getClassName().startsWith(WORKER); i--) {
			if (!isOfTheJdk(stack[i])) {
				return load(stack[i].getClassName(), thread.getContextClassLoader());
			}
		}
		return null;
	}

	private static @Nullable Class<?> load(String name, @Nullable ClassLoader loader) {
		try {
			return Class.forName(name, false, loader);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return null;
		}
	}

	/**
	 * A loop of its own: what the thread runs, and no pool, waits for a time. A pool's
	 * worker that waits for work does so in its pool's frames.
	 */
	private static boolean sleepsByItself(Thread thread, StackTraceElement[] stack) {
		if (thread.getState() != Thread.State.TIMED_WAITING) {
			return false;
		}
		int sleeper = 0;
		while (sleeper < stack.length && isOfTheJdk(stack[sleeper])) {
			sleeper++;
		}
		int runner = stack.length - 1;
		while (runner >= 0 && isOfTheJdk(stack[runner])) {
			if (stack[runner].getClassName().startsWith(WORKER)) {
				return false;
			}
			runner--;
		}
		return sleeper <= runner && outermost(stack[sleeper]).equals(outermost(stack[runner]));
	}

	private static String outermost(StackTraceElement frame) {
		int dollar = frame.getClassName().indexOf('$');
		return (dollar < 0) ? frame.getClassName() : frame.getClassName().substring(0, dollar);
	}

	private static boolean isOfTheJdk(StackTraceElement frame) {
		return isOfTheJdk(frame.getClassName());
	}

	private static boolean isOfTheJdk(String name) {
		return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.");
	}

}
