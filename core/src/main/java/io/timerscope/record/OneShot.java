package io.timerscope.record;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.timerscope.Schedule;
import io.timerscope.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * A task that runs once. The record and, on a pool of the JDK's, what the caller holds
 * are one object, and what the pool runs too where it takes a {@link Callable}, which
 * saves the adapter that a {@link Runnable} would need. The pool's future is kept for as
 * long as the caller keeps this one. Either the delay or the time of the call is kept.
 * The other is worked out from the due time, which the pool knows.
 *
 * @param <V> what the task returns
 */
public final class OneShot<V extends @Nullable Object> extends TaskRecord
		implements Callable<V>, RunnableScheduledFuture<V> {

	/** What a pool of the JDK's returns, whose class has no public name. */
	private static final Class<?> JDK_FUTURE;

	static {
		try {
			JDK_FUTURE = Class.forName(ScheduledThreadPoolExecutor.class.getName() + "$ScheduledFutureTask");
		}
		catch (ClassNotFoundException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private final long nanos;

	/**
	 * Opens a record.
	 * @param marks any of {@link #RETURNS_VALUE}, {@link #SCHEDULED_AT} and
	 * {@link #POOL_CALLS_RECORD}
	 * @param details the details, or the name of the thread that schedules the task
	 * @param nanos the delay that was asked for or, with {@code SCHEDULED_AT}, the time
	 * of the call
	 */
	OneShot(CallOrigin callOrigin, int marks, Object details, long nanos) {
		super(callOrigin, marks, details);
		this.nanos = nanos;
	}

	@Override
	public @Nullable Future<?> handle() {
		return (isMarked(POOL_CALLS_RECORD) || canStandInFor(future())) ? this : super.handle();
	}

	/** What the history keeps, which nobody has to ask for before. */
	TaskDetails lastDetails() {
		TaskDetails known = knownDetails();
		return (known != null) ? known : new TaskDetails(thread(), schedule(), createdNanos());
	}

	@Override
	public Schedule schedule() {
		TaskDetails details = knownDetails();
		return (details != null) ? details.schedule() : Schedule.once(delayNanos());
	}

	@Override
	String kind() {
		return Schedule.ONCE;
	}

	/**
	 * Whether the pool's future keeps neither a result, nor a failure, nor anything else
	 * but its pool, now that the task has ended.
	 */
	boolean leavesNothing() {
		return endsWithoutValue() && (isMarked(POOL_CALLS_RECORD) || canStandInFor(future()));
	}

	/** Whether a future is the JDK's own, of the interfaces that a one-shot has too. */
	public static boolean canStandInFor(@Nullable Future<?> future) {
		return future != null && future.getClass() == JDK_FUTURE;
	}

	private long delayNanos() {
		return isMarked(SCHEDULED_AT) ? Math.max(0, dueNanos() - this.nanos) : this.nanos;
	}

	@Override
	public long createdNanos() {
		TaskDetails details = knownDetails();
		if (details != null) {
			return details.createdNanos();
		}
		return isMarked(SCHEDULED_AT) ? this.nanos : dueNanos() - Math.max(0, this.nanos);
	}

	private long dueNanos() {
		return poolDueNanos(scheduler().writer().clock().nanos());
	}

	@Override
	public @Nullable Object userTask(@Nullable Object work) {
		return (work instanceof Running running) ? running.task() : work;
	}

	@Override
	void dropWork() {
		if (work() instanceof Running running) {
			work(running.task());
		}
		super.dropWork();
	}

	/** The caller goes on asking the future, through this object where it stands in. */
	@Override
	void releaseReferences() {
		// whoever took a lost task out of a queue may still run it
		if (state() != TaskState.LOST) {
			work(null);
		}
		if (!isMarked(POOL_CALLS_RECORD) && !canStandInFor(future())) {
			future(null);
		}
	}

	/**
	 * While it runs untimed, the task is kept together with its thread. A cancel may drop
	 * the task meanwhile; then the end of the run lets go of it again.
	 */
	@Override
	void untimedRunStarts(@Nullable Object[] slots) {
		work(new Running(Thread.currentThread(), work()));
	}

	@Override
	@Nullable ActiveRun untimedRunEnds(boolean logged) {
		TaskDetails details = knownDetails();
		return (details == null) ? null : details.unsee(counts());
	}

	@Override
	@Nullable Thread runner() {
		return (work() instanceof Running running) ? running.thread() : null;
	}

	@Override
	@SuppressWarnings({ "unchecked", "NullAway" }) // what the pool's future is made for
	public V call() throws Exception {
		Object task = work();
		if (task == null) {
			throw new CancellationException("the task was cancelled before this run");
		}
		return (V) scheduler().runs().<Exception>run(this, task, task, isMarked(RETURNS_VALUE));
	}

	@SuppressWarnings("unchecked")
	RunnableScheduledFuture<V> delegate() {
		return (RunnableScheduledFuture<V>) Objects.requireNonNull(future());
	}

	/** For whoever runs what the caller holds; a pool goes by {@link #call}. */
	@Override
	public void run() {
		delegate().run();
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
		return scheduler().writer().cancelByCaller(this, delegate(), mayInterruptIfRunning);
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

	/** The pool's queue, which is given this one, finds its own entry. */
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other != null && other == future() && CallingClass.isQueue());
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/**
	 * The pool's future for whoever holds this one; for that future, which describes what
	 * it runs, the adapter that it would have been given.
	 */
	@Override
	public String toString() {
		Future<?> future = future();
		if (future != null && !CallingClass.is(FutureTask.class.getName())) {
			return future.toString();
		}
		Object work = work();
		Object task = (work instanceof Running running) ? running.task() : work;
		if (isMarked(RETURNS_VALUE) || task == null) {
			return String.valueOf(task);
		}
		return "java.util.concurrent.Executors$RunnableAdapter@" + Integer.toHexString(System.identityHashCode(this))
				+ "[Wrapped task = " + task + "]";
	}

	/**
	 * A run that is not timed.
	 *
	 * @param thread where it runs
	 * @param task what runs
	 */
	private record Running(Thread thread, @Nullable Object task) {
	}

}
