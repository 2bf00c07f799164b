package io.timerscope.actuate;

import java.util.List;

import io.timerscope.finding.Finding;

/**
 * What is wrong at this moment.
 *
 * @param findings the open findings
 * @param shedding whether the guard refuses work
 * @since 0.1.0
 */
public record Diagnosis(List<Finding> findings, boolean shedding) {

	/** Nothing is wrong. */
	public static final Diagnosis NONE = new Diagnosis(List.of(), false);

}
