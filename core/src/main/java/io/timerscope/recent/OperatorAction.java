package io.timerscope.recent;

import java.util.Locale;

/**
 * What an operator can do to a running application.
 *
 * @since 0.1.0
 */
public enum OperatorAction {

	/** Cancels one task. */
	CANCEL,

	/** Cancels all tasks that match. */
	CANCEL_MANY,

	/** Adds a rule. */
	ADD_RULE,

	/** Takes back a rule that was added. */
	REMOVE_RULE,

	/** Takes a finding off the list. */
	ACKNOWLEDGE;

	/**
	 * The name that users see.
	 * @return lower case with hyphens, for example {@code cancel-many}
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
