package io.timerscope.pool;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * What can be read of the pool behind a scheduler. Every answer is a moment's estimate;
 * {@code null} means that there is no pool to ask. May be called on any thread and never
 * creates a pool.
 *
 * @since 0.1.0
 */
public interface PoolView {

	/** Nothing to ask. */
	PoolView NONE = new PoolView() {
	};

	/**
	 * Threads of the pool.
	 * @return the number, or {@code null}
	 */
	default @Nullable Integer poolSize() {
		return null;
	}

	/**
	 * Threads that are at work.
	 * @return the number, or {@code null}
	 */
	default @Nullable Integer activeThreads() {
		return null;
	}

	/**
	 * Whether somebody has paused the scheduler, so that what is due waits on purpose.
	 * @return {@code false} where it cannot be paused
	 */
	default boolean isPaused() {
		return false;
	}

	/**
	 * Entries of the queue, cancelled ones included.
	 * @return the number, or {@code null}
	 */
	default @Nullable Integer queued() {
		return null;
	}

	/**
	 * Whether the queue lets a task go when it is cancelled.
	 * @return the policy, or {@code null}
	 */
	default @Nullable Boolean removeOnCancel() {
		return null;
	}

	/**
	 * What keeps the queue from letting a cancelled task go although its policy says so.
	 * @return the advice of a finding, or {@code null} where the policy does what it says
	 */
	default @Nullable String removeOnCancelAdvice() {
		return null;
	}

	/**
	 * Cancelled entries that the queue still holds. May take the queue's lock for a
	 * moment.
	 * @return the number, or {@code null}
	 */
	default @Nullable Integer retained() {
		return null;
	}

	/**
	 * Whether the queue holds an entry.
	 * @param future what the scheduler returned
	 * @return {@code false} also where there is no queue to ask
	 */
	default boolean holds(Future<?> future) {
		return false;
	}

	/**
	 * The entries of the queue. Takes the queue's lock for a moment.
	 * @return a copy, or {@code null} where there is no queue to ask
	 */
	default @Nullable Collection<?> queue() {
		return null;
	}

	/**
	 * Whether a future that the scheduler returned is what its queue holds, as with the
	 * JDK's own pool and with Spring's.
	 * @return {@code false} where nobody knows
	 */
	default boolean holdsWhatItReturns() {
		return false;
	}

	/**
	 * How the names of the pool's threads begin.
	 * @return the prefix, or {@code null} where nobody knows
	 */
	default @Nullable String threadNamePrefix() {
		return null;
	}

	/** Removes cancelled entries from the queue, where the pool allows it. */
	default void purge() {
	}

	/**
	 * Whether the pool was told to end.
	 * @return {@code true} once it was shut down, {@code null} where there is no pool to
	 * ask
	 */
	default @Nullable Boolean isShutdown() {
		return null;
	}

	/**
	 * Whether no task of the pool will ever run again.
	 * @return {@code true} once the pool has terminated
	 */
	default boolean isTerminated() {
		return false;
	}

	/**
	 * Whether nobody holds the scheduler any more. Its threads may well go on, so this
	 * says nothing of its tasks.
	 * @return {@code true} once the scheduler was garbage collected
	 */
	default boolean isGone() {
		return false;
	}

	/**
	 * Whether the pool is there for the whole JVM and not for one application, so that it
	 * goes on when the application closes.
	 * @return {@code false} for a pool that the application made
	 */
	default boolean isShared() {
		return false;
	}

	/**
	 * The view of an executor that is there for the whole JVM.
	 * @param executor the executor, held weakly
	 * @param threadNamePrefix how the names of its threads begin, or {@code null} where
	 * nobody knows
	 * @return a view as of {@link #of}
	 */
	static PoolView shared(ExecutorService executor, @Nullable String threadNamePrefix) {
		return new ExecutorPoolView(executor, true, threadNamePrefix);
	}

	/**
	 * The view of an executor of the JDK.
	 * @param executor the executor, held weakly
	 * @return a view that answers fully for a
	 * {@link java.util.concurrent.ScheduledThreadPoolExecutor} and knows the end of any
	 * other
	 */
	static PoolView of(ExecutorService executor) {
		return (executor instanceof ForkJoinPool pool) ? new ForkJoinPoolView(pool)
				: new ExecutorPoolView(executor, false, null);
	}

}
