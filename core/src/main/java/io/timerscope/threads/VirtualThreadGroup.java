package io.timerscope.threads;

import java.util.List;

/**
 * Virtual threads with the same stack.
 *
 * @param count how many
 * @param sleeping whether they sleep for a time, as in {@code Thread.sleep}
 * @param stack their frames, innermost first, cut to 64
 * @since 0.1.0
 */
public record VirtualThreadGroup(int count, boolean sleeping, List<StackTraceElement> stack) {

	public VirtualThreadGroup {
		stack = List.copyOf(stack);
	}

}
