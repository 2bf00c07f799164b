package io.timerscope.ledger;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import io.timerscope.Schedule;
import io.timerscope.leak.AbandonedFutures;
import io.timerscope.record.CallOrigin;
import io.timerscope.record.LedgerWriter;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.TaskRecord;
import io.timerscope.record.ThreadContext;
import io.timerscope.record.TrackedRun;
import org.jspecify.annotations.Nullable;

/**
 * Hands tasks over to one scheduler: looks at the call, notes the task, calls the
 * scheduler's own method, notes the future. On the thread that schedules. A fault of the
 * tracking is counted, and the task is handed over as it is.
 */
final class HandOver {

	private final SchedulerRecord scheduler;

	private final LedgerWriter writer;

	private final CallOrigins callOrigins;

	private final ThreadContext context;

	private final AbandonedFutures abandonedFutures;

	HandOver(SchedulerRecord scheduler, CallOrigins callOrigins, ThreadContext context,
			AbandonedFutures abandonedFutures) {
		this.scheduler = scheduler;
		this.writer = scheduler.writer();
		this.callOrigins = callOrigins;
		this.context = context;
		this.abandonedFutures = abandonedFutures;
	}

	SchedulerRecord scheduler() {
		return this.scheduler;
	}

	ThreadContext context() {
		return this.context;
	}

	/**
	 * Looks at a call before the task is handed over, and counts it where it is refused.
	 * @param slots those of this thread, see {@link ThreadContext#slots()}
	 * @return {@code null} if the task is not to be tracked
	 * @throws RuntimeException if it is refused
	 */
	@Nullable CallOrigin admit(@Nullable Object task, boolean periodic, @Nullable Object @Nullable [] slots) {
		if (task == null || task instanceof TrackedRun || ThreadContext.isHandingOver(slots)) {
			return null;
		}
		CallOrigin callOrigin;
		try {
			callOrigin = this.callOrigins.of(this.scheduler, task, periodic, ThreadContext.source(slots));
			if (callOrigin.refusal() == null) {
				return callOrigin;
			}
			callOrigin.counts().rejected();
		}
		catch (Throwable ex) {
			this.writer.errors().caught("record a task", ex);
			return null;
		}
		throw this.scheduler.traits().refusal().apply(callOrigin.refusal());
	}

	/** Notes a task that its scheduler takes whatever anybody says. */
	@Nullable TrackedRun follow(Object task, Schedule schedule) {
		@Nullable Object[] slots = this.context.claimedSlots();
		if (TaskTracker.isTracked(task) || ThreadContext.isHandingOver(slots)) {
			return null;
		}
		try {
			CallOrigin callOrigin = this.callOrigins.of(this.scheduler, task, schedule.isPeriodic(),
					ThreadContext.source(slots));
			return this.writer.open(callOrigin, task, schedule);
		}
		catch (Throwable ex) {
			this.writer.errors().caught("record a task", ex);
			return null;
		}
	}

	/** Notes a task; returns {@code null} if it is not to be tracked. */
	@Nullable TrackedRun open(@Nullable Object task, Schedule schedule) {
		CallOrigin callOrigin = admit(task, schedule.isPeriodic(), this.context.slots());
		try {
			return (callOrigin == null || task == null) ? null : this.writer.open(callOrigin, task, schedule);
		}
		catch (Throwable ex) {
			this.writer.errors().caught("record a task", ex);
			return null;
		}
	}

	/** What the scheduler gets to see of a task. */
	Object face(Object task, TrackedRun run) {
		try {
			return this.scheduler.traits().face().of(task, run);
		}
		catch (Throwable ex) {
			this.writer.errors().caught("keep the face of a task", ex);
			return run;
		}
	}

	/**
	 * Hands over a task that was noted.
	 * @param schedulerMethod the scheduler's own method
	 * @param given what it is given
	 * @return what the caller gets in place of the scheduler's future
	 */
	@Nullable Future<?> schedule(TaskRecord record, Function<Object, ? extends @Nullable Future<?>> schedulerMethod,
			Object given) {
		Future<?> future = pass(record, schedulerMethod, given);
		if (future == null) {
			this.writer.notTaken(record, false);
			return null;
		}
		return taken(record, future);
	}

	/** Hands over a task that was noted, and for which the scheduler has no future. */
	void execute(TaskRecord record, Function<Object, Object> schedulerMethod, Object given) {
		pass(record, schedulerMethod, given);
		this.writer.taken(record, null);
	}

	private <R extends @Nullable Object> R pass(TaskRecord record, Function<Object, R> schedulerMethod, Object given) {
		try {
			return pass(schedulerMethod, given, this.context.claimedSlots());
		}
		catch (Throwable ex) {
			this.writer.notTaken(record, ex instanceof RejectedExecutionException);
			throw ex;
		}
	}

	/** Whatever the scheduler schedules meanwhile belongs to this call. */
	static <R extends @Nullable Object> R pass(Function<Object, R> schedulerMethod, Object given,
			@Nullable Object[] slots) {
		boolean before = ThreadContext.handingOver(slots, true);
		try {
			return schedulerMethod.apply(given);
		}
		finally {
			ThreadContext.handingOver(slots, before);
		}
	}

	/** Notes the future and returns what the caller gets in its place. */
	Future<?> taken(TaskRecord record, Future<?> future) {
		Future<?> handle = this.scheduler.handle(record, future);
		boolean watched = record.isPeriodic(); // so that the caller's can be collected
		this.writer.taken(record, watched ? future : handle);
		if (watched && handle != future) {
			this.writer.errors().guarded("watch a task's future", () -> this.abandonedFutures.watch(handle, record));
		}
		return handle;
	}

}
