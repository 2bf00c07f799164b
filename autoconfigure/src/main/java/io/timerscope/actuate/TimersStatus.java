package io.timerscope.actuate;

import java.util.List;
import java.util.Locale;

import io.timerscope.Totals;
import io.timerscope.finding.Finding;
import io.timerscope.finding.Severity;

/**
 * The whole in one word; a later one is worse.
 */
enum TimersStatus {

	/** Nothing is wrong. */
	OK,

	/** A finding of severity {@code problem}. */
	AILING,

	/** A finding of severity {@code leak}, or a leak that the clock has yet to find. */
	LEAKING,

	/** The guard refuses work. */
	SHEDDING;

	static TimersStatus of(Totals totals, List<Finding> findings, boolean shedding) {
		if (shedding) {
			return SHEDDING;
		}
		if (totals.leaked() > 0 || findings.stream().anyMatch((finding) -> finding.severity() == Severity.LEAK)) {
			return LEAKING;
		}
		return findings.stream().allMatch((finding) -> finding.severity() == Severity.NOTICE) ? OK : AILING;
	}

	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
