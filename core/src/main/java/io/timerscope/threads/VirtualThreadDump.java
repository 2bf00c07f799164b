package io.timerscope.threads;

import java.time.Instant;
import java.util.List;

/**
 * The virtual threads at one instant.
 *
 * @param time when the JVM was asked
 * @param threads how many virtual threads were read
 * @param sleeping how many of them sleep for a time
 * @param complete {@code false} if a limit ended the reading before the last thread
 * @param groups at most 200 groups, the largest first
 * @since 0.1.0
 */
public record VirtualThreadDump(Instant time, int threads, int sleeping, boolean complete,
		List<VirtualThreadGroup> groups) {

	public VirtualThreadDump {
		groups = List.copyOf(groups);
	}

}
