package io.timerscope.outside;

import java.util.List;
import java.util.function.Predicate;

import io.timerscope.Site;
import org.jspecify.annotations.Nullable;

/**
 * Knows what the application is made of: who holds a pool, and which classes are a
 * library's. Asked by one thread at a time, the clock's or that of somebody who reads.
 *
 * @since 0.1.0
 */
public interface PoolHolders {

	/** Nothing is known, so that every class is the application's. */
	PoolHolders UNKNOWN = new PoolHolders() {
	};

	/**
	 * Looks for pools, timers and threads that beans hold. May take some milliseconds;
	 * makes no bean and calls no method of one.
	 * @param isEnough asked after each find whether to stop
	 * @return what was found, those nearest to a bean first; {@code null} to be asked
	 * again later
	 */
	default @Nullable List<HeldPool> find(Predicate<List<HeldPool>> isEnough) {
		return List.of();
	}

	/**
	 * The line of the application that made the pool or timer of a thread.
	 * @param thread the thread
	 * @return the line, or {@code null} if no agent saw it, or if a library made it
	 */
	default @Nullable Site madeAt(Thread thread) {
		return null;
	}

	/**
	 * Whether a thread is known to be of the pool of a tracked bean.
	 * @param thread the thread
	 * @return {@code false} also where no agent saw it
	 */
	default boolean isTracked(Thread thread) {
		return false;
	}

	/**
	 * The library that a class is of.
	 * @param type the class
	 * @return its name, or {@code null} if the class is the application's or nobody knows
	 */
	default @Nullable String library(Class<?> type) {
		return null;
	}

}
