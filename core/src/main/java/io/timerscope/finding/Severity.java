package io.timerscope.finding;

import java.util.Locale;

/**
 * How bad a finding is; a later one is worse.
 *
 * @since 0.1.0
 */
public enum Severity {

	/**
	 * Something worth knowing that may well be meant. It changes neither the status nor
	 * health, and is logged for whoever debugs.
	 */
	NOTICE,

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
