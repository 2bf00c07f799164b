package io.timerscope.reactor;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import io.timerscope.BeanCreation;
import io.timerscope.OwnerSource;
import io.timerscope.Schedule;
import io.timerscope.Schedules;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.reactor.ReactorTimers.Seen;
import org.jspecify.annotations.Nullable;

/**
 * An executor of Reactor. What is due later is a task, and is noted. What is due at once,
 * as every signal that changes its thread, passes through, and carries for whom the
 * thread works; it stays as it is where that is nobody.
 */
final class ReactorExecutor extends ForwardingExecutor {

	private final ReactorHook hook;

	private final ReactorName name;

	/**
	 * Reactor's stand-in for an executor that knows no time refuses what is due later.
	 */
	private final boolean knowsTime;

	/** How the application that was here last sees it. */
	private volatile @Nullable Seen seen;

	ReactorExecutor(ReactorHook hook, ScheduledExecutorService delegate, ReactorName name) {
		super(delegate);
		this.hook = hook;
		this.name = name;
		this.knowsTime = !(delegate instanceof Supplier<?>);
	}

	ReactorName called() {
		return this.name;
	}

	void remember(Seen seen) {
		this.seen = seen;
	}

	void forget(ReactorTimers application) {
		Seen seen = this.seen;
		if (seen != null && seen.application() == application) {
			this.seen = null;
		}
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		if (delay <= 0 || command == null || unit == null) {
			return this.delegate.schedule(carrying(command), delay, unit);
		}
		Seen seen = seen();
		if (seen == null) {
			return this.delegate.schedule(command, delay, unit);
		}
		OwnedWork<?> owned = owned(command, seen.application());
		return (owned == null) ? seen.executor().schedule(command, delay, unit)
				: seen.tracker()
					.<ScheduledFuture<?>>track(command, Schedules.once(delay, unit),
							(run) -> this.delegate.schedule(around(run, owned), delay, unit));
	}

	@Override
	public <V extends @Nullable Object> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
		if (delay <= 0 || callable == null || unit == null) {
			return this.delegate.schedule(carrying(callable), delay, unit);
		}
		Seen seen = seen();
		if (seen == null) {
			return this.delegate.schedule(callable, delay, unit);
		}
		OwnedWork<V> owned = owned(callable, seen.application());
		return (owned == null) ? seen.executor().schedule(callable, delay, unit) : seen.tracker()
			.trackCallable(callable, Schedules.once(delay, unit),
					(run) -> this.delegate.schedule(TaskTracker.surround(run, owned) ? run : owned, delay, unit));
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
		Seen seen = (command == null || unit == null || period <= 0) ? null : seen();
		if (seen == null) {
			return this.delegate.scheduleAtFixedRate(command, initialDelay, period, unit);
		}
		OwnedWork<?> owned = owned(command, seen.application());
		return (owned == null) ? seen.executor().scheduleAtFixedRate(command, initialDelay, period, unit)
				: periodic(seen, command, Schedules.fixedRate(initialDelay, period, unit),
						(run) -> this.delegate.scheduleAtFixedRate(around(run, owned), initialDelay, period, unit));
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
		Seen seen = (command == null || unit == null || delay <= 0) ? null : seen();
		if (seen == null) {
			return this.delegate.scheduleWithFixedDelay(command, initialDelay, delay, unit);
		}
		OwnedWork<?> owned = owned(command, seen.application());
		return (owned == null) ? seen.executor().scheduleWithFixedDelay(command, initialDelay, delay, unit)
				: periodic(seen, command, Schedules.fixedDelay(initialDelay, delay, unit),
						(run) -> this.delegate.scheduleWithFixedDelay(around(run, owned), initialDelay, delay, unit));
	}

	private static ScheduledFuture<?> periodic(Seen seen, Runnable command, Schedule schedule,
			Function<Runnable, ScheduledFuture<?>> handOver) {
		return seen.tracker().<ScheduledFuture<?>>track(command, schedule, handOver);
	}

	/** The task stays the user's; only what runs is another. */
	private static Runnable around(Runnable run, OwnedWork<?> owned) {
		return TaskTracker.surround(run, owned) ? run : owned;
	}

	@Override
	public void execute(Runnable command) {
		this.delegate.execute(carrying(command));
	}

	@Override
	public Future<?> submit(Runnable task) {
		return this.delegate.submit(carrying(task));
	}

	@Override
	public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
		return this.delegate.submit(carrying(task), result);
	}

	@Override
	public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
		return this.delegate.submit(carrying(task));
	}

	private Runnable carrying(Runnable work) {
		for (ReactorTimers application : this.hook.applications()) {
			OwnedWork<?> owned = owned(work, application);
			if (owned != null) {
				return owned;
			}
		}
		return work;
	}

	private <V extends @Nullable Object> Callable<V> carrying(Callable<V> work) {
		for (ReactorTimers application : this.hook.applications()) {
			OwnedWork<V> owned = owned(work, application);
			if (owned != null) {
				return owned;
			}
		}
		return work;
	}

	/** A bean that is made here is made on no other thread. */
	private static <V extends @Nullable Object> @Nullable OwnedWork<V> owned(@Nullable Object work,
			ReactorTimers application) {
		OwnerSource source = application.context().source();
		return (source == null || work == null || source instanceof BeanCreation) ? null
				: new OwnedWork<>(work, application.context(), source);
	}

	/**
	 * Whose task it is: where several applications live in the JVM, the one that the
	 * thread works for, and otherwise nobody's.
	 */
	private @Nullable Seen seen() {
		ReactorTimers[] applications = this.hook.applications();
		ReactorTimers application = (applications.length == 1) ? applications[0] : atWork(applications);
		if (application == null || !this.knowsTime) {
			return null;
		}
		Seen seen = this.seen;
		return (seen != null && seen.application() == application) ? seen : application.see(this);
	}

	private static @Nullable ReactorTimers atWork(ReactorTimers[] applications) {
		for (ReactorTimers application : applications) {
			if (application.context().source() != null) {
				return application;
			}
		}
		return null;
	}

	@Override
	public void shutdown() {
		this.delegate.shutdown();
		dropped(List.of());
	}

	@Override
	public List<Runnable> shutdownNow() {
		return dropped(this.delegate.shutdownNow());
	}

	private List<Runnable> dropped(List<Runnable> dropped) {
		Seen seen = this.seen;
		return (seen == null) ? dropped : seen.tracker().dropped(dropped);
	}

}
