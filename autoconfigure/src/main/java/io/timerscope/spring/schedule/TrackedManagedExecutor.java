package io.timerscope.spring.schedule;

import java.util.Date;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;

import io.timerscope.Schedule;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.ledger.TriggerWatch;
import jakarta.enterprise.concurrent.LastExecution;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * What an application server's executor can do beyond the JDK's: run a task by a trigger.
 */
final class TrackedManagedExecutor {

	private final ManagedScheduledExecutorService delegate;

	private final TaskTracker tracker;

	TrackedManagedExecutor(ManagedScheduledExecutorService delegate, TaskTracker tracker) {
		this.delegate = delegate;
		this.tracker = tracker;
	}

	public @Nullable ScheduledFuture<?> schedule(Runnable command, Trigger trigger) {
		return this.tracker.<@Nullable ScheduledFuture<?>>trackTriggered(command, scheduleOf(trigger),
				(run, watch) -> this.delegate.schedule(run, watched(trigger, watch)));
	}

	public <V extends @Nullable Object> @Nullable ScheduledFuture<V> schedule(Callable<V> callable, Trigger trigger) {
		return this.tracker.trackCallable(callable, scheduleOf(trigger), (run) -> this.delegate.schedule(run, trigger));
	}

	private static Schedule scheduleOf(@Nullable Trigger trigger) {
		org.springframework.scheduling.Trigger springs = (trigger == null) ? null : SpringTasks.adaptedBy(trigger);
		if (springs != null || trigger == null) {
			return Delays.of(springs);
		}
		try {
			return Schedule.onTrigger(trigger.toString());
		}
		catch (RuntimeException ex) {
			return Schedule.onTrigger(trigger.getClass().getName());
		}
	}

	/** A server may ask a trigger for more than its type says, except Spring's. */
	private static Trigger watched(Trigger trigger, @Nullable TriggerWatch watch) {
		return (watch == null || trigger == null || SpringTasks.adaptedBy(trigger) == null) ? trigger
				: new Watched(trigger, watch);
	}

	private record Watched(Trigger trigger, TriggerWatch watch) implements Trigger {

		@Override
		public @Nullable Date getNextRunTime(LastExecution last, Date scheduled) {
			Date next;
			try {
				next = this.trigger.getNextRunTime(last, scheduled);
			}
			catch (Throwable ex) {
				this.watch.failed(ex);
				throw ex;
			}
			if (next == null) {
				this.watch.exhausted();
			}
			else {
				this.watch.next(next.toInstant());
			}
			return next;
		}

		@Override
		public boolean skipRun(LastExecution last, Date scheduled) {
			return this.trigger.skipRun(last, scheduled);
		}

		@Override
		public String toString() {
			return this.trigger.toString();
		}

	}

}
