package io.timerscope.finding;

import java.util.Locale;

/**
 * How bad a finding is.
 *
 * @since 0.1.0
 */
public enum Severity {

	/** Something works badly or not at all. */
	PROBLEM,

	/** Something stays that should have gone. */
	LEAK;

	/**
	 * The word that users see.
	 * @return the lower-case name
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
