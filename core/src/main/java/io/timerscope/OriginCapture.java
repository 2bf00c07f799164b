package io.timerscope;

/**
 * How much is found out about where a task was scheduled.
 *
 * @since 0.1.0
 */
public enum OriginCapture {

	/** Nothing; every task has the site {@code unknown}. */
	OFF,

	/** The application's frame. */
	SITE,

	/** The same, and now and then one creation stack per site. */
	STACK,

	/** The same as {@link #STACK}, with the stack walked on every call. */
	ALWAYS

}
