package io.timerscope;

/**
 * The counts of one site on one scheduler for one kind of owner, at one instant.
 *
 * @param scheduler the scheduler's name
 * @param site where the tasks were scheduled
 * @param ownerKind what they should not outlive
 * @param totals the counts, without retained tasks
 * @since 0.1.0
 */
public record LineSnapshot(String scheduler, Site site, OwnerKind ownerKind, Totals totals) {
}
