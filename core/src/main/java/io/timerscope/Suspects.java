package io.timerscope;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Periodic tasks whose last run threw. Whether that ended them is up to the error handler
 * of their scheduler, and only their future tells.
 */
final class Suspects {

	private final Set<LiveTask> tasks = ConcurrentHashMap.newKeySet();

	void add(LiveTask task) {
		this.tasks.add(task);
	}

	void ask(Consumer<LiveTask> question) {
		if (!this.tasks.isEmpty()) {
			this.tasks.forEach(question);
			this.tasks.removeIf((task) -> !task.isLive());
		}
	}

	void clear() {
		this.tasks.clear();
	}

}
