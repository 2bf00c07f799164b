package io.timerscope.finding;

/**
 * Hears what is found. Called without any lock held, one call at a time, in the order of
 * the news, on the clock's thread or on the thread of somebody who reads the findings;
 * what a listener throws is counted as a tracking error and goes no further.
 *
 * @since 0.1.0
 */
public interface FindingListener {

	/**
	 * Something is wrong.
	 * @param finding as it was first seen
	 */
	default void raised(Finding finding) {
	}

	/**
	 * It is wrong no more.
	 * @param finding as it was last seen
	 */
	default void resolved(Finding finding) {
	}

}
