package io.timerscope;

import java.util.Locale;

/**
 * How a run ended.
 *
 * @since 0.1.0
 */
public enum RunOutcome {

	/** The task returned. */
	SUCCESS,

	/** The task threw. */
	FAILURE,

	/** The task was interrupted by its cancel. */
	CANCELLED;

	/**
	 * The word that users see.
	 * @return the lower-case name
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
