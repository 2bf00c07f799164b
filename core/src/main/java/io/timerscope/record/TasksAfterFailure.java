package io.timerscope.record;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Periodic tasks whose last run threw. Whether that ended them is up to the error handler
 * of their scheduler, and only their future tells.
 */
public final class TasksAfterFailure {

	private final Set<TaskRecord> tasks = ConcurrentHashMap.newKeySet();

	void add(TaskRecord task) {
		this.tasks.add(task);
	}

	public void ask(Consumer<TaskRecord> question) {
		if (!this.tasks.isEmpty()) {
			this.tasks.forEach(question);
			this.tasks.removeIf((task) -> !task.isLive());
		}
	}

	public void clear() {
		this.tasks.clear();
	}

}
