package io.timerscope.actuate;

import java.util.List;

import io.timerscope.finding.Finding;
import io.timerscope.outside.OutsideGroup;

/**
 * What is wrong at this moment, and what is not looked after.
 *
 * @param findings the open findings
 * @param shedding whether the guard refuses work
 * @param outside what runs timers beyond the tracked schedulers
 * @since 0.1.0
 */
public record Diagnosis(List<Finding> findings, boolean shedding, List<OutsideGroup> outside) {
}
