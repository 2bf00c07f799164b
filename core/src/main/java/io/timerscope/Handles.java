package io.timerscope;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.Future;

/** Which live task, and so which future of a caller, is behind an entry of a queue. */
final class Handles {

	private final IdentityHashMap<Object, LiveTask> tasks = new IdentityHashMap<>();

	private Handles() {
	}

	/** Walks the live tasks, unless there is no entry. */
	@SuppressWarnings("CollectionUndefinedEquality") // compared by identity
	static Handles of(LiveTasks live, Collection<?> entries) {
		Handles handles = new Handles();
		if (!entries.isEmpty()) {
			Set<Object> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
			wanted.addAll(entries);
			live.forEachAfter(0, (task) -> {
				Future<?> future = task.future();
				if (future != null && wanted.contains(future)) {
					handles.tasks.put(future, task);
				}
				return true;
			});
		}
		return handles;
	}

	/** What the caller holds, or the entry itself where the ledger does not know it. */
	Runnable of(Runnable entry) {
		LiveTask task = this.tasks.get(entry);
		return (task != null && task.handle() instanceof Runnable handle) ? handle : entry;
	}

	/** What nobody cancelled will not run. */
	void lose(LedgerWriter writer) {
		this.tasks.forEach((entry, task) -> {
			if (entry instanceof Future<?> future && !future.isCancelled()) {
				writer.end(task, TaskState.LOST);
			}
		});
	}

}
