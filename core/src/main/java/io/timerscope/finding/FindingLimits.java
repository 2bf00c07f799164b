package io.timerscope.finding;

import java.time.Duration;

import io.timerscope.Site;

/**
 * What the user decided about findings. Asked on the clock's thread.
 *
 * @since 0.1.0
 */
public interface FindingLimits {

	/** The limits of an application that sets none. */
	FindingLimits DEFAULTS = new FindingLimits() {
	};

	/**
	 * How many samples in a row must agree.
	 * @return one or more
	 */
	default int consecutive() {
		return 3;
	}

	/**
	 * How many runs in a row may throw.
	 * @return one or more: so many make a task one that fails
	 */
	default int failingAfter() {
		return 3;
	}

	/**
	 * How long one run may take.
	 * @param site where its task was scheduled
	 * @return the limit of the site
	 */
	default Duration stuckAfter(Site site) {
		return Duration.ofMinutes(10);
	}

	/**
	 * How many tasks of one site may be live.
	 * @param site the site
	 * @return the limit of the site
	 */
	default long maxLive(Site site) {
		return 10_000;
	}

	/**
	 * Whether nobody wants to hear of a site.
	 * @param site the site
	 * @return {@code true} to report nothing of it
	 */
	default boolean ignores(Site site) {
		return false;
	}

	/**
	 * Whether nobody wants to hear of a thread.
	 * @param name the thread's name
	 * @return {@code true} to report no unmanaged thread of this name
	 */
	default boolean ignoresThread(String name) {
		return false;
	}

	/**
	 * How late runs may start.
	 * @return the limit of every scheduler
	 */
	default Duration lateAfter() {
		return Duration.ofSeconds(1);
	}

	/**
	 * How many cancelled tasks one queue may hold.
	 * @return zero or more
	 */
	default int maxRetained() {
		return 1000;
	}

	/**
	 * Whether cancelled tasks are removed when there are more than may be held.
	 * @return {@code true} to remove them where the pool allows it
	 */
	default boolean purges() {
		return true;
	}

}
