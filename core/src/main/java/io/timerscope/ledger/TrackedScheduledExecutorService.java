package io.timerscope.ledger;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.timerscope.Schedule;
import io.timerscope.Schedules;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ScheduledExecutorService} whose tasks are in a ledger. Everything else is the
 * delegate's. It has no {@code close} of its own: a container that finds one would call
 * it in place of {@code shutdown}, and wait for whatever is due tomorrow.
 *
 * @since 0.1.0
 */
public class TrackedScheduledExecutorService implements ScheduledExecutorService {

	private final ScheduledExecutorService delegate;

	private final TaskTracker tracker;

	/** The delegate, if it is the JDK's own class and not one that adds to it. */
	private final @Nullable ScheduledThreadPoolExecutor jdkPool;

	/**
	 * Decorates an executor.
	 * @param delegate runs the tasks
	 * @param tracker notes them
	 */
	public TrackedScheduledExecutorService(ScheduledExecutorService delegate, TaskTracker tracker) {
		this.delegate = delegate;
		this.tracker = tracker;
		this.jdkPool = (delegate.getClass() == ScheduledThreadPoolExecutor.class)
				? (ScheduledThreadPoolExecutor) delegate : null;
	}

	/**
	 * The executor that runs the tasks.
	 * @return the delegate
	 */
	public ScheduledExecutorService delegate() {
		return this.delegate;
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		ScheduledFuture<?> shot = (this.jdkPool == null) ? null
				: this.tracker.oneShots().scheduleOnJdkPool(command, false, delay, unit, this.jdkPool);
		if (shot != null) {
			return shot;
		}
		// one that is not to be tracked is passed on by the tracker
		return this.tracker.<ScheduledFuture<?>>track(command, Schedules.once(delay, unit),
				(run) -> this.delegate.schedule(run, delay, unit));
	}

	@Override
	public <V extends @Nullable Object> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
		ScheduledFuture<V> shot = (this.jdkPool == null) ? null
				: this.tracker.oneShots().scheduleOnJdkPool(callable, true, delay, unit, this.jdkPool);
		if (shot != null) {
			return shot;
		}
		return this.tracker.trackCallable(callable, Schedules.once(delay, unit),
				(run) -> this.delegate.schedule(run, delay, unit));
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
		return this.tracker.<ScheduledFuture<?>>track(command, Schedules.fixedRate(initialDelay, period, unit),
				(run) -> this.delegate.scheduleAtFixedRate(run, initialDelay, period, unit));
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
		return this.tracker.<ScheduledFuture<?>>track(command, Schedules.fixedDelay(initialDelay, delay, unit),
				(run) -> this.delegate.scheduleWithFixedDelay(run, initialDelay, delay, unit));
	}

	@Override
	public void execute(Runnable command) {
		this.tracker.execute(command, this.delegate::execute);
	}

	@Override
	public Future<?> submit(Runnable task) {
		return this.tracker.<Future<?>>track(task, Schedule.immediate(), this.delegate::submit);
	}

	@Override
	public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
		return this.tracker.<Future<T>>track(task, Schedule.immediate(), (run) -> this.delegate.submit(run, result));
	}

	@Override
	public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
		return this.tracker.trackCallable(task, Schedule.immediate(), (run) -> this.delegate.submit(run));
	}

	@Override
	public <T extends @Nullable Object> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
			throws InterruptedException {
		return this.tracker.trackInvokeAll(tasks, (runs) -> this.delegate.invokeAll(runs));
	}

	@Override
	public <T extends @Nullable Object> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout,
			TimeUnit unit) throws InterruptedException {
		return this.tracker.trackInvokeAll(tasks, (runs) -> this.delegate.invokeAll(runs, timeout, unit));
	}

	@Override
	public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
			throws InterruptedException, ExecutionException {
		return this.tracker.trackInvokeAny(tasks, (runs) -> this.delegate.invokeAny(runs));
	}

	@Override
	public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout,
			TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
		return this.tracker.trackInvokeAny(tasks, (runs) -> this.delegate.invokeAny(runs, timeout, unit));
	}

	@Override
	public void shutdown() {
		this.delegate.shutdown();
		this.tracker.dropped(List.of());
	}

	@Override
	public List<Runnable> shutdownNow() {
		return this.tracker.dropped(this.delegate.shutdownNow());
	}

	@Override
	public boolean isShutdown() {
		return this.delegate.isShutdown();
	}

	@Override
	public boolean isTerminated() {
		return this.delegate.isTerminated();
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		return this.delegate.awaitTermination(timeout, unit);
	}

	@Override
	public String toString() {
		return this.delegate.toString();
	}

}
