package io.timerscope.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.Future;

import io.timerscope.TaskState;
import io.timerscope.record.LedgerWriter;
import io.timerscope.record.LiveTasks;
import io.timerscope.record.TaskRecord;

/** Which live task, and so which future of a caller, is behind an entry of a queue. */
final class CallerFutures {

	private final IdentityHashMap<Object, TaskRecord> tasks = new IdentityHashMap<>();

	private CallerFutures() {
	}

	/** Walks the live tasks, unless there is no entry. */
	@SuppressWarnings("CollectionUndefinedEquality") // compared by identity
	static CallerFutures of(LiveTasks live, Collection<?> entries) {
		CallerFutures handles = new CallerFutures();
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
		TaskRecord task = this.tasks.get(entry);
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
