package io.timerscope.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.timerscope.origin.OurPackages;
import io.timerscope.outside.TimerThread;
import org.jspecify.annotations.Nullable;

/**
 * A run that goes on in a pool's thread, as its stack tells it.
 *
 * @param thread its thread
 * @param entry the method that runs, nearest to the pool
 * @param stack where it is, innermost frame first
 */
record RunUnderWay(TimerThread thread, StackTraceElement entry, List<StackTraceElement> stack) {

	private static final int SHOWN = 3;

	private static final List<String> MACHINERY = List.of("java.", "jdk.", "sun.", "org.springframework.",
			"io.micrometer.");

	/** The runs on threads that are not idle. */
	static List<RunUnderWay> of(List<TimerThread> threads) {
		return threads.stream().map(RunUnderWay::of).filter(Objects::nonNull).toList();
	}

	private static @Nullable RunUnderWay of(TimerThread thread) {
		StackTraceElement[] stack = thread.thread().getStackTrace();
		for (int i = stack.length - 1; i >= 0; i--) {
			if (!isMachinery(stack[i].getClassName())) {
				return new RunUnderWay(thread, stack[i], Arrays.asList(stack));
			}
		}
		return null;
	}

	private static boolean isMachinery(String type) {
		int dot = type.lastIndexOf('.');
		return (dot > 0 && OurPackages.contain(type.substring(0, dot)))
				|| MACHINERY.stream().anyMatch(type::startsWith);
	}

	boolean isOn(TimerThread other) {
		return this.thread.id() == other.id();
	}

	/** For example {@code Crunch.crunch on thread scheduling-1}. */
	String words() {
		String type = this.entry.getClassName();
		return type.substring(type.lastIndexOf('.') + 1) + "." + method() + " on thread " + this.thread.name();
	}

	/** A lambda is named after the method around it. */
	private String method() {
		String[] parts = this.entry.getMethodName().split("\\$", -1);
		return (parts.length > 2 && parts[0].equals("lambda")) ? parts[1] : this.entry.getMethodName();
	}

	static String stacks(List<RunUnderWay> runs) {
		StringBuilder text = new StringBuilder();
		for (RunUnderWay run : runs.subList(0, Math.min(SHOWN, runs.size()))) {
			text.append("\n\t").append(run.words());
			run.stack().forEach((frame) -> text.append("\n\t\tat ").append(frame));
		}
		return text.toString();
	}

}
