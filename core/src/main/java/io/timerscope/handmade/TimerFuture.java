package io.timerscope.handmade;

import java.lang.ref.WeakReference;
import java.util.TimerTask;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * What a timer's task would have for a future. A timer that is cancelled drops its tasks,
 * and so does one whose thread has died of an exception.
 */
final class TimerFuture implements Future<@Nullable Object> {

	private final TimerTask task;

	private final WeakReference<Thread> timer;

	private volatile boolean cancelled;

	TimerFuture(TimerTask task, Thread timer) {
		this.task = task;
		this.timer = new WeakReference<>(timer);
	}

	boolean isOf(Thread timer) {
		return this.timer.refersTo(timer);
	}

	/** The task was cancelled, or the whole timer. */
	void cancelled() {
		this.cancelled = true;
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean cancelled = this.task.cancel();
		this.cancelled |= cancelled;
		return cancelled;
	}

	@Override
	public boolean isCancelled() {
		return this.cancelled;
	}

	@Override
	public boolean isDone() {
		Thread timer = this.timer.get();
		return this.cancelled || timer == null || timer.getState() == Thread.State.TERMINATED;
	}

	@Override
	public @Nullable Object get() throws ExecutionException {
		if (this.cancelled) {
			throw new CancellationException();
		}
		throw new ExecutionException(new IllegalStateException("the timer's thread has ended"));
	}

	@Override
	public @Nullable Object get(long timeout, TimeUnit unit) throws ExecutionException, TimeoutException {
		if (!isDone()) {
			throw new TimeoutException("the end of a timer's task cannot be waited for");
		}
		return get();
	}

}
