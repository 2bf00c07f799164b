package io.timerscope.spring.schedule;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.timerscope.ledger.TaskTracker;
import io.timerscope.ledger.TriggerWatch;
import org.jspecify.annotations.Nullable;

/**
 * A triggered task on an executor, from its first run to its last, and the future of
 * whichever run comes next. Handed over by the thread that schedules and then, within
 * each run, by the one that runs; Spring lets no two of them meet. Does not hold the
 * task, which is let go when it is cancelled.
 */
final class Recurrence implements Runnable, ScheduledFuture<@Nullable Object> {

	private final TaskTracker tracker;

	private final ScheduledExecutorService executor;

	private final ThreadLocal<Recurrence> running;

	private final WeakReference<Runnable> task;

	private @Nullable Runnable run;

	private @Nullable TriggerWatch watch;

	/** What the task was given at first, and is given again. */
	private @Nullable ScheduledFuture<?> held;

	private volatile @Nullable ScheduledFuture<?> next;

	private boolean goesOn;

	Recurrence(TaskTracker tracker, ScheduledExecutorService executor, ThreadLocal<Recurrence> running, Runnable task) {
		this.tracker = tracker;
		this.executor = executor;
		this.running = running;
		this.task = new WeakReference<>(task);
	}

	boolean isOf(Runnable task) {
		return this.task.refersTo(task);
	}

	ScheduledFuture<?> start(Runnable run, TriggerWatch watch, long delay, TimeUnit unit) {
		this.run = run;
		this.watch = watch;
		handOver(watch, delay, unit);
		return this;
	}

	ScheduledFuture<?> held(ScheduledFuture<?> future) {
		this.held = future;
		return future;
	}

	ScheduledFuture<?> again(long delay, TimeUnit unit) {
		TriggerWatch watch = this.watch;
		if (watch != null) {
			this.tracker.untracked(() -> handOver(watch, delay, unit));
		}
		this.goesOn = true;
		ScheduledFuture<?> held = this.held;
		return (held != null) ? held : this;
	}

	private void handOver(TriggerWatch watch, long delay, TimeUnit unit) {
		Instant now = Instant.now();
		watch.next(now.plusNanos(unit.toNanos(delay)), now);
		this.next = this.executor.schedule(this, delay, unit);
	}

	@Override
	public void run() {
		Runnable run = this.run;
		TriggerWatch watch = this.watch;
		if (run == null || watch == null) {
			return;
		}
		Recurrence around = this.running.get();
		this.running.set(this);
		this.goesOn = false;
		try {
			run.run();
		}
		finally {
			restore(around);
			if (!this.goesOn && !isCancelled()) {
				watch.exhausted();
			}
		}
	}

	private void restore(@Nullable Recurrence around) {
		if (around == null) {
			this.running.remove();
		}
		else {
			this.running.set(around);
		}
	}

	private ScheduledFuture<?> next() {
		ScheduledFuture<?> next = this.next;
		if (next == null) {
			throw new IllegalStateException("not scheduled yet");
		}
		return next;
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		return next().cancel(mayInterruptIfRunning);
	}

	@Override
	public boolean isCancelled() {
		ScheduledFuture<?> next = this.next;
		return next != null && next.isCancelled();
	}

	@Override
	public boolean isDone() {
		return next().isDone();
	}

	@Override
	public @Nullable Object get() throws InterruptedException, ExecutionException {
		return next().get();
	}

	@Override
	public @Nullable Object get(long timeout, TimeUnit unit)
			throws InterruptedException, ExecutionException, TimeoutException {
		return next().get(timeout, unit);
	}

	@Override
	public long getDelay(TimeUnit unit) {
		return next().getDelay(unit);
	}

	@Override
	public int compareTo(Delayed other) {
		return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	@Override
	public String toString() {
		return String.valueOf(this.run);
	}

}
