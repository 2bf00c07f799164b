package io.timerscope.ledger;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.timerscope.record.CallOrigin;
import io.timerscope.record.LedgerWriter;
import io.timerscope.record.Lifecycle;
import io.timerscope.record.OneShot;
import io.timerscope.record.ThreadContext;
import io.timerscope.record.TrackedRun;
import org.jspecify.annotations.Nullable;

/**
 * Hands tasks that run once after a delay to one scheduler: what an application schedules
 * most often, so every object and every look at the clock counts.
 */
final class OneShotHandOver {

	private final HandOver handOver;

	private final ThreadContext context;

	private final LedgerWriter writer;

	OneShotHandOver(HandOver handOver) {
		this.handOver = handOver;
		this.context = handOver.context();
		this.writer = handOver.scheduler().writer();
	}

	/**
	 * Hands a task to a pool whose class is exactly {@link ScheduledThreadPoolExecutor},
	 * which only runs it and hands it to nobody else. So, unlike in {@link #through}, the
	 * thread need not be marked as handing over.
	 * @param isCallable whether the task is a callable
	 * @return what stands in for the pool's future, or {@code null} if the task is not
	 * tracked and was not handed over
	 */
	<V extends @Nullable Object> @Nullable OneShot<V> scheduleOnJdkPool(Object task, boolean isCallable, long delay,
			TimeUnit unit, ScheduledThreadPoolExecutor pool) {
		CallOrigin callOrigin = (unit == null) ? null : this.handOver.admit(task, false, this.context.slots());
		int marks = isCallable ? Lifecycle.POOL_CALLS_RECORD | Lifecycle.RETURNS_VALUE : Lifecycle.POOL_CALLS_RECORD;
		OneShot<V> shot = (callOrigin == null) ? null : open(callOrigin, marks, unit.toNanos(delay));
		if (shot == null) {
			return null;
		}
		shot.work(task);
		Future<V> future;
		try {
			future = pool.schedule((Callable<V>) shot, delay, unit);
		}
		catch (Throwable ex) {
			notTaken(shot, () -> unit.toNanos(delay), ex);
			throw ex;
		}
		this.writer.taken(shot, future);
		return shot;
	}

	/**
	 * Hands a task to any scheduler by the scheduler's own method.
	 * @param marks {@link Lifecycle#SCHEDULED_AT} if the scheduler is given a time and no
	 * delay, {@link Lifecycle#RETURNS_VALUE} for a callable
	 * @param delay in nanoseconds; asked after the hand-over, and only where the
	 * scheduler's future is none of the JDK's
	 * @return the scheduler's future or what stands in for it
	 */
	<F extends @Nullable Future<?>> F through(Object task, int marks, LongSupplier delay,
			Function<Object, F> schedulerMethod) {
		@Nullable Object[] slots = this.context.claimedSlots();
		CallOrigin callOrigin = this.handOver.admit(task, false, slots);
		OneShot<?> shot = (callOrigin == null) ? null : open(callOrigin, marks, delay);
		if (shot == null) {
			return schedulerMethod.apply(task);
		}
		TrackedRun run = TrackedRun.of(shot, task);
		shot.work(run);
		F future;
		try {
			future = HandOver.pass(schedulerMethod, this.handOver.face(task, run), slots);
		}
		catch (Throwable ex) {
			notTaken(shot, delay, ex);
			throw ex;
		}
		return taken(shot, future, delay);
	}

	/** Keeps when it was due: a rejected task has no future that would know. */
	private void notTaken(OneShot<?> shot, LongSupplier delay, Throwable ex) {
		boolean rejected = ex instanceof RejectedExecutionException;
		if (rejected) {
			this.writer.keepTimes(shot, delay);
		}
		this.writer.notTaken(shot, rejected);
	}

	@SuppressWarnings({ "unchecked", "NullAway" }) // F is what the hand-over returns
	private <F extends @Nullable Future<?>> F taken(OneShot<?> shot, F future, LongSupplier delay) {
		if (future == null) {
			this.writer.notTaken(shot, false);
			return future;
		}
		if (!OneShot.canStandInFor(future)) {
			this.writer.keepTimes(shot, delay);
			return (F) this.handOver.taken(shot, future);
		}
		this.writer.taken(shot, future);
		return (F) shot;
	}

	private <V extends @Nullable Object> @Nullable OneShot<V> open(CallOrigin callOrigin, int marks, long delayNanos) {
		try {
			return this.writer.openOneShot(callOrigin, marks, delayNanos);
		}
		catch (Throwable ex) {
			this.writer.errors().caught("record a task", ex);
			return null;
		}
	}

	private @Nullable OneShot<?> open(CallOrigin callOrigin, int marks, LongSupplier delay) {
		try {
			return ((marks & Lifecycle.SCHEDULED_AT) == 0)
					? this.writer.openOneShot(callOrigin, marks, delay.getAsLong())
					: this.writer.openOneShotAt(callOrigin, marks, delay);
		}
		catch (Throwable ex) {
			this.writer.errors().caught("record a task", ex);
			return null;
		}
	}

}
