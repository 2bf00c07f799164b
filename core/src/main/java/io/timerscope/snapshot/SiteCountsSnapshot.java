package io.timerscope.snapshot;

import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.Totals;

/**
 * The counts of one site on one scheduler for one kind of owner, at one instant.
 *
 * @param scheduler the scheduler's name
 * @param site where the tasks were scheduled
 * @param ownerKind what they should not outlive
 * @param totals the counts, without retained tasks
 * @since 0.1.0
 */
public record SiteCountsSnapshot(String scheduler, Site site, OwnerKind ownerKind, Totals totals) {
}
