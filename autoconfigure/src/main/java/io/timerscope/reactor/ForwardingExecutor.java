package io.timerscope.reactor;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.Scannable;

/**
 * What an executor of Reactor answers in place of the one that Reactor made. Like every
 * decorator of ours it has no {@code close} of its own.
 */
abstract class ForwardingExecutor implements ScheduledExecutorService, Scannable {

	final ScheduledExecutorService delegate;

	ForwardingExecutor(ScheduledExecutorService delegate) {
		this.delegate = delegate;
	}

	@Override
	public <T extends @Nullable Object> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
			throws InterruptedException {
		return this.delegate.invokeAll(tasks);
	}

	@Override
	public <T extends @Nullable Object> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout,
			TimeUnit unit) throws InterruptedException {
		return this.delegate.invokeAll(tasks, timeout, unit);
	}

	@Override
	public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
			throws InterruptedException, ExecutionException {
		return this.delegate.invokeAny(tasks);
	}

	@Override
	public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout,
			TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
		return this.delegate.invokeAny(tasks, timeout, unit);
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

	/** What Reactor finds out of an executor that it made itself. */
	@Override
	@SuppressWarnings("rawtypes") // Reactor's own
	public @Nullable Object scanUnsafe(Attr key) {
		Object executor = (this.delegate instanceof Supplier<?> standIn) ? standIn.get() : this.delegate;
		if (executor instanceof Scannable scannable) {
			return scannable.scanUnsafe(key);
		}
		if (key == Attr.TERMINATED || key == Attr.CANCELLED) {
			return (executor instanceof ExecutorService service)
					? (key == Attr.TERMINATED) ? service.isTerminated() : service.isShutdown() : null;
		}
		if (executor instanceof ThreadPoolExecutor pool) {
			long buffered = pool.getTaskCount() - pool.getCompletedTaskCount();
			return (key == Attr.CAPACITY) ? (Object) pool.getMaximumPoolSize() : (key == Attr.BUFFERED)
					? (Object) (int) buffered : (key == Attr.LARGE_BUFFERED) ? (Object) buffered : null;
		}
		return null;
	}

	@Override
	public String toString() {
		return this.delegate.toString();
	}

}
