package io.timerscope.record;

import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * What the caller holds: the scheduler's own future, whose cancel the ledger hears of. It
 * equals itself alone, as that future does, except in the eyes of the pool's queue.
 */
public sealed class TrackedFuture<V> implements Future<V> {

	private final TaskRecord record;

	private final Future<V> delegate;

	private TrackedFuture(TaskRecord record, Future<V> delegate) {
		this.record = record;
		this.delegate = delegate;
	}

	/** Offers what the delegate offers. */
	static <V> Future<V> of(TaskRecord record, Future<V> delegate) {
		if (delegate instanceof RunnableScheduledFuture<V> runnable) {
			return new OfRunnable<>(record, runnable);
		}
		if (delegate instanceof ScheduledFuture<V> scheduled) {
			return new OfScheduled<>(record, scheduled);
		}
		return new TrackedFuture<>(record, delegate);
	}

	/** A future of a library can have methods that a wrapper would hide. */
	static boolean canReplace(Future<?> future) {
		String type = future.getClass().getName();
		return (type.startsWith("java.util.concurrent.") && !type.startsWith("java.util.concurrent.CompletableFuture"))
				|| type.startsWith("org.springframework.scheduling.") || type.startsWith("io.timerscope.");
	}

	public static Object unwrap(Object future) {
		if (future instanceof OneShot<?> shot) {
			Object delegate = shot.delegate();
			return delegate;
		}
		return (future instanceof TrackedFuture<?> tracked) ? tracked.delegate : future;
	}

	final Future<V> delegate() {
		return this.delegate;
	}

	final boolean isOf(TaskRecord task) {
		return this.record == task;
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		return this.record.scheduler().writer().cancelByCaller(this.record, this.delegate, mayInterruptIfRunning);
	}

	@Override
	public boolean isCancelled() {
		return this.delegate.isCancelled();
	}

	@Override
	public boolean isDone() {
		return this.delegate.isDone();
	}

	@Override
	public V get() throws InterruptedException, ExecutionException {
		return this.delegate.get();
	}

	@Override
	public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
		return this.delegate.get(timeout, unit);
	}

	/** The pool's queue, which is given this one, finds its own entry. */
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other == this.delegate && CallingClass.isQueue());
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	@Override
	public String toString() {
		return this.delegate.toString();
	}

	private static sealed class OfScheduled<V> extends TrackedFuture<V> implements ScheduledFuture<V> {

		private OfScheduled(TaskRecord record, ScheduledFuture<V> delegate) {
			super(record, delegate);
		}

		private ScheduledFuture<V> scheduled() {
			return (ScheduledFuture<V>) delegate();
		}

		@Override
		public final long getDelay(TimeUnit unit) {
			return scheduled().getDelay(unit);
		}

		@Override
		public final int compareTo(Delayed other) {
			return scheduled().compareTo((Delayed) unwrap(other));
		}

		@Override
		public final boolean equals(@Nullable Object other) {
			return super.equals(other);
		}

		@Override
		public final int hashCode() {
			return super.hashCode();
		}

	}

	private static final class OfRunnable<V> extends OfScheduled<V> implements RunnableScheduledFuture<V> {

		private OfRunnable(TaskRecord record, RunnableScheduledFuture<V> delegate) {
			super(record, delegate);
		}

		private RunnableScheduledFuture<V> runnable() {
			return (RunnableScheduledFuture<V>) delegate();
		}

		@Override
		public boolean isPeriodic() {
			return runnable().isPeriodic();
		}

		@Override
		public void run() {
			runnable().run();
		}

	}

}
