package io.timerscope.scope;

import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * A task of a scope, both what the caller holds and what the scheduler runs. Cancelling
 * and scheduling may race; whichever comes second finds what the other has left.
 */
final class ScopedTask implements TaskHandle, Runnable {

	private final TaskScope scope;

	private final boolean periodic;

	private final Runnable cancelling = this::cancel;

	private volatile @Nullable Runnable task;

	private volatile @Nullable Future<?> future;

	private volatile boolean cancelled;

	ScopedTask(TaskScope scope, Runnable task, boolean periodic) {
		this.scope = scope;
		this.task = task;
		this.periodic = periodic;
	}

	/** What ends with the owner. */
	Runnable cancelling() {
		return this.cancelling;
	}

	void scheduled(@Nullable Future<?> future) {
		this.future = future;
		if (future == null) {
			dropTask();
		}
		else if (this.cancelled) {
			future.cancel(false);
		}
	}

	@Override
	public void run() {
		Runnable task = this.task;
		if (task == null) {
			return;
		}
		try {
			task.run();
		}
		finally {
			if (!this.periodic) {
				dropTask();
			}
		}
	}

	@Override
	public void cancel() {
		if (this.task == null) {
			return;
		}
		this.cancelled = true;
		dropTask();
		Future<?> future = this.future;
		if (future != null) {
			future.cancel(false);
		}
	}

	@Override
	public boolean isDone() {
		Future<?> future = this.future;
		return this.task == null || (future != null && (this.periodic ? future.isDone() : future.isCancelled()));
	}

	private void dropTask() {
		this.task = null;
		this.scope.forget(this);
	}

	@Override
	public String toString() {
		Runnable task = this.task;
		return (task != null) ? task.toString() : "task of " + this.scope;
	}

}
