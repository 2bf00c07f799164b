package io.timerscope.guard;

/**
 * What the guard does to new tasks.
 *
 * @since 0.1.0
 */
public enum GuardState {

	/** It lets every task pass. */
	CLOSED,

	/** It refuses new tasks of some sites. */
	SHEDDING

}
