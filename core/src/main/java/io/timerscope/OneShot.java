package io.timerscope;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * A one-shot task of the JDK's own pool. The record, what the pool runs and what the
 * caller holds are one object, given to the pool as a {@link Callable}, which saves the
 * adapter that a {@link Runnable} would need. The pool's future is kept for as long as
 * the caller keeps this one. When the task was scheduled is computed when somebody asks,
 * from the time that the pool keeps.
 *
 * @param <V> what the task returns
 */
final class OneShot<V extends @Nullable Object> extends LiveTask implements Callable<V>, RunnableScheduledFuture<V> {

	private final long delayNanos;

	OneShot(Line line, Owner owner, boolean siteInferred, Object details, Object task, boolean call, long delayNanos) {
		super(line, owner, siteInferred, details);
		this.delayNanos = delayNanos;
		work(task);
		if (call) {
			returnsValue();
		}
	}

	@Override
	Schedule schedule() {
		return Schedule.once(this.delayNanos);
	}

	@Override
	long createdNanos() {
		TaskDetails details = knownDetails();
		return (details != null) ? details.createdNanos()
				: poolDueNanos(line().tracker.nanos()) - Math.max(0, this.delayNanos);
	}

	@Override
	void letGo() {
		work(null);
	}

	/** The caller goes on asking the pool's future. */
	@Override
	void letGoOfHandles() {
		work(null);
	}

	/** The pool's future holds its pool and what a task returned or threw. */
	@Override
	LiveTask forHistory() {
		return new LiveTask(this);
	}

	@Override
	@SuppressWarnings({ "unchecked", "NullAway" }) // what the pool's future is made for
	public V call() throws Exception {
		Object task = work();
		if (task == null) {
			throw new CancellationException("the task was cancelled before this run");
		}
		TaskTracker tracker = line().tracker;
		RunEntry entry = tracker.runStarts(this, task);
		Throwable failure = null;
		try {
			if (isReturningValue()) {
				return ((Callable<V>) task).call();
			}
			((Runnable) task).run();
			return null;
		}
		catch (Throwable ex) {
			failure = ex;
			throw ex;
		}
		finally {
			tracker.runEnds(this, entry, failure);
		}
	}

	@SuppressWarnings("unchecked")
	RunnableScheduledFuture<V> delegate() {
		return (RunnableScheduledFuture<V>) Objects.requireNonNull(future());
	}

	@Override
	public void run() {
		delegate().run();
	}

	@Override
	public boolean isPeriodic() {
		return false;
	}

	@Override
	public long getDelay(TimeUnit unit) {
		return delegate().getDelay(unit);
	}

	@Override
	public int compareTo(Delayed other) {
		return delegate().compareTo((Delayed) TrackedFuture.unwrap(other));
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		return line().tracker.cancel(this, delegate(), mayInterruptIfRunning);
	}

	@Override
	public boolean isCancelled() {
		return delegate().isCancelled();
	}

	@Override
	public boolean isDone() {
		return delegate().isDone();
	}

	@Override
	public V get() throws InterruptedException, ExecutionException {
		return delegate().get();
	}

	@Override
	public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
		return delegate().get(timeout, unit);
	}

	@Override
	@SuppressWarnings("UndefinedEquals") // as the delegate defines it
	public boolean equals(@Nullable Object other) {
		Future<?> future = future();
		return this == other || (future != null && other != null && future.equals(TrackedFuture.unwrap(other)));
	}

	@Override
	public int hashCode() {
		Future<?> future = future();
		return (future != null) ? future.hashCode() : System.identityHashCode(this);
	}

	/**
	 * The pool's future for whoever holds this one; for that future, which describes what
	 * it runs, the adapter that it would have been given.
	 */
	@Override
	public String toString() {
		Future<?> future = future();
		if (future != null && !isAskedByItsFuture()) {
			return future.toString();
		}
		Object task = work();
		if (isReturningValue() || task == null) {
			return String.valueOf(task);
		}
		return "java.util.concurrent.Executors$RunnableAdapter@" + Integer.toHexString(System.identityHashCode(this))
				+ "[Wrapped task = " + task + "]";
	}

	/** Strings are put together by classes of {@code java.lang}. */
	private static boolean isAskedByItsFuture() {
		return StackWalker.getInstance()
			.walk((frames) -> frames.map(StackWalker.StackFrame::getClassName)
				.dropWhile((name) -> name.equals(OneShot.class.getName()) || name.startsWith("java.lang."))
				.findFirst())
			.filter(FutureTask.class.getName()::equals)
			.isPresent();
	}

}
