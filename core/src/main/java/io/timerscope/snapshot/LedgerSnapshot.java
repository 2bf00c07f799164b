package io.timerscope.snapshot;

import java.time.Instant;
import java.util.List;

import io.timerscope.Totals;

/**
 * The ledger at one instant.
 *
 * @param time the instant
 * @param totals the counts over all schedulers
 * @param schedulers every scheduler, by name
 * @param sites the sites with most leaked, then most live tasks
 * @param page the tasks that were asked for
 * @since 0.1.0
 */
public record LedgerSnapshot(Instant time, Totals totals, List<SchedulerSnapshot> schedulers, List<SiteSnapshot> sites,
		TaskPage page) {
}
