package io.timerscope.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * The live tasks that are leaks, and those that outlived their owner and are none, at one
 * instant.
 *
 * @param leaks groups of leaks, the one with the oldest task first
 * @param outliving groups of tasks against which no witness speaks, likewise
 * @since 0.1.0
 */
public record OutlivedTasks(List<LeakGroup> leaks, List<Outliving> outliving) {

	/** No task at all. */
	public static final OutlivedTasks NONE = new OutlivedTasks(List.of(), List.of());

	public OutlivedTasks {
		leaks = List.copyOf(leaks);
		outliving = List.copyOf(outliving);
	}

	/**
	 * Tasks that go on although their requests or sessions ended.
	 *
	 * @param tasks what and whose they are
	 * @param since since when the oldest of them has outlived its owner
	 */
	public record Outliving(TaskGroup tasks, Instant since) {
	}

}
