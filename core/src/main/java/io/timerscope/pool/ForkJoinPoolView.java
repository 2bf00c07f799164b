package io.timerscope.pool;

import java.lang.ref.WeakReference;
import java.util.concurrent.ForkJoinPool;

import org.jspecify.annotations.Nullable;

/** The view of a pool that is a scheduler from JDK 25 on. The pool is held weakly. */
final class ForkJoinPoolView implements PoolView {

	private final WeakReference<ForkJoinPool> pool;

	ForkJoinPoolView(ForkJoinPool pool) {
		this.pool = new WeakReference<>(pool);
	}

	@Override
	public @Nullable Integer poolSize() {
		ForkJoinPool pool = this.pool.get();
		return (pool == null) ? null : pool.getPoolSize();
	}

	@Override
	public @Nullable Integer activeThreads() {
		ForkJoinPool pool = this.pool.get();
		return (pool == null) ? null : pool.getActiveThreadCount();
	}

	/** All that are delayed, whoever scheduled them. */
	@Override
	public @Nullable Integer queued() {
		ForkJoinPool pool = this.pool.get();
		return (pool == null || !DelayedTasks.areKnown()) ? null : (int) DelayedTasks.in(pool);
	}

	@Override
	public @Nullable Boolean isShutdown() {
		ForkJoinPool pool = this.pool.get();
		return (pool == null) ? null : pool.isShutdown();
	}

	@Override
	public boolean isTerminated() {
		ForkJoinPool pool = this.pool.get();
		return pool != null && pool.isTerminated();
	}

	@Override
	public boolean isGone() {
		return this.pool.refersTo(null);
	}

}
