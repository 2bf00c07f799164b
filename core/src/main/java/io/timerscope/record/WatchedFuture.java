package io.timerscope.record;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * A weak look at the future that a caller was given. Cleared when its task ends, so that
 * only futures of live tasks are reported as collected.
 */
public final class WatchedFuture extends WeakReference<Future<?>> {

	private final TaskRecord task;

	public WatchedFuture(Future<?> future, ReferenceQueue<Future<?>> collected, TaskRecord task) {
		super(future, collected);
		this.task = task;
	}

	public TaskRecord task() {
		return this.task;
	}

	static void clear(@Nullable WeakReference<Future<?>> reference) {
		if (reference instanceof WatchedFuture) {
			reference.clear();
		}
	}

}
