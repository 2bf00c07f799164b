package io.timerscope.pool;

import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The view of a JDK executor. The executor is held weakly: a view outlives a prototype
 * that nobody closed, and must not keep it.
 */
final class ExecutorPoolView implements PoolView {

	private final WeakReference<ExecutorService> executor;

	private final boolean shared;

	private final @Nullable String threadNamePrefix;

	ExecutorPoolView(ExecutorService executor, boolean shared, @Nullable String threadNamePrefix) {
		this.executor = new WeakReference<>(executor);
		this.shared = shared;
		this.threadNamePrefix = threadNamePrefix;
	}

	@Override
	public boolean isShared() {
		return this.shared;
	}

	@Override
	public @Nullable String threadNamePrefix() {
		return this.threadNamePrefix;
	}

	@Override
	public @Nullable Integer poolSize() {
		return ask(ScheduledThreadPoolExecutor::getPoolSize);
	}

	@Override
	public @Nullable Integer activeThreads() {
		return ask(ScheduledThreadPoolExecutor::getActiveCount);
	}

	@Override
	public @Nullable Integer queued() {
		return ask((pool) -> pool.getQueue().size());
	}

	@Override
	public @Nullable Boolean removeOnCancel() {
		return (this.executor.get() instanceof ScheduledThreadPoolExecutor pool) ? pool.getRemoveOnCancelPolicy()
				: null;
	}

	@Override
	public @Nullable Integer retained() {
		return ask((pool) -> {
			int retained = 0;
			for (Runnable entry : pool.getQueue()) {
				if (entry instanceof Future<?> future && future.isCancelled()) {
					retained++;
				}
			}
			return retained;
		});
	}

	@Override
	@SuppressWarnings("CollectionUndefinedEquality") // the queue compares by identity
	public boolean holds(Future<?> future) {
		return Boolean.TRUE.equals(ask((pool) -> future instanceof Runnable && pool.getQueue().contains(future)));
	}

	@Override
	public @Nullable Collection<?> queue() {
		return ask((pool) -> List.of(pool.getQueue().toArray()));
	}

	@Override
	public boolean holdsWhatItReturns() {
		return Boolean.TRUE.equals(ask((pool) -> {
			String type = pool.getClass().getName();
			return type.startsWith("java.util.concurrent.") || type.startsWith("org.springframework.scheduling.");
		}));
	}

	@Override
	public void purge() {
		ask((pool) -> {
			pool.purge();
			return true;
		});
	}

	@Override
	public @Nullable Boolean isShutdown() {
		ExecutorService pool = this.executor.get();
		return (pool == null) ? null : pool.isShutdown();
	}

	@Override
	public boolean isTerminated() {
		ExecutorService pool = this.executor.get();
		return pool != null && pool.isTerminated();
	}

	@Override
	public boolean isGone() {
		return this.executor.refersTo(null);
	}

	private <T> @Nullable T ask(Function<ScheduledThreadPoolExecutor, T> question) {
		return (this.executor.get() instanceof ScheduledThreadPoolExecutor pool) ? question.apply(pool) : null;
	}

}
