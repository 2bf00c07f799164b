package io.timerscope.spring.schedule;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import io.timerscope.Schedule;
import io.timerscope.ledger.TaskTracker;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * The executor side of a scheduler: what is to run at once, in the ledger too.
 */
public final class TrackedAsyncTaskExecutor implements AsyncTaskExecutor {

	private final AsyncTaskExecutor delegate;

	private final TaskTracker tracker;

	TrackedAsyncTaskExecutor(AsyncTaskExecutor delegate, TaskTracker tracker) {
		this.delegate = delegate;
		this.tracker = tracker;
	}

	@Override
	public void execute(Runnable task) {
		this.tracker.execute(task, this.delegate::execute);
	}

	@Override
	@Deprecated(since = "5.3.16")
	@SuppressWarnings("deprecation")
	public void execute(Runnable task, long startTimeout) {
		this.tracker.execute(task, (run) -> this.delegate.execute(run, startTimeout));
	}

	@Override
	public Future<?> submit(Runnable task) {
		return this.tracker.<Future<?>>track(task, Schedule.immediate(), this.delegate::submit);
	}

	@Override
	public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
		return this.tracker.trackCallable(task, Schedule.immediate(), (run) -> this.delegate.submit(run));
	}

	@Override
	public CompletableFuture<Void> submitCompletable(Runnable task) {
		return this.tracker.track(task, Schedule.immediate(), this.delegate::submitCompletable);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submitCompletable(Callable<T> task) {
		return this.tracker.trackCallable(task, Schedule.immediate(), (run) -> this.delegate.submitCompletable(run));
	}

}
