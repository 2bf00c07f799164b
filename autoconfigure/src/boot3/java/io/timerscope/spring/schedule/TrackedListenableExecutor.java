package io.timerscope.spring.schedule;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import io.timerscope.Schedule;
import io.timerscope.ledger.TaskTracker;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncListenableTaskExecutor;
import org.springframework.util.concurrent.ListenableFuture;

/**
 * The executor side of a scheduler of Framework 6.2, with the futures that 7 removed.
 */
@SuppressWarnings({ "deprecation", "removal" })
final class TrackedListenableExecutor implements AsyncListenableTaskExecutor {

	private final AsyncListenableTaskExecutor delegate;

	private final TrackedAsyncTaskExecutor executor;

	private final TaskTracker tracker;

	TrackedListenableExecutor(AsyncListenableTaskExecutor delegate, TaskTracker tracker) {
		this.delegate = delegate;
		this.executor = new TrackedAsyncTaskExecutor(delegate, tracker);
		this.tracker = tracker;
	}

	@Override
	public ListenableFuture<?> submitListenable(Runnable task) {
		return this.tracker.<ListenableFuture<?>>track(task, Schedule.immediate(), this.delegate::submitListenable);
	}

	@Override
	public <T extends @Nullable Object> ListenableFuture<T> submitListenable(Callable<T> task) {
		return this.tracker.trackCallable(task, Schedule.immediate(), (run) -> this.delegate.submitListenable(run));
	}

	@Override
	public void execute(Runnable task) {
		this.executor.execute(task);
	}

	@Override
	public void execute(Runnable task, long startTimeout) {
		this.executor.execute(task, startTimeout);
	}

	@Override
	public Future<?> submit(Runnable task) {
		return this.executor.submit(task);
	}

	@Override
	public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
		return this.executor.submit(task);
	}

	@Override
	public CompletableFuture<Void> submitCompletable(Runnable task) {
		return this.executor.submitCompletable(task);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submitCompletable(Callable<T> task) {
		return this.executor.submitCompletable(task);
	}

}
