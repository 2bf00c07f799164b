package io.timerscope.snapshot;

import java.time.Duration;
import java.time.Instant;

import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.TaskSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A live periodic task that may not do its job, at one instant.
 *
 * @param site where it was scheduled
 * @param scheduler the scheduler's name
 * @param schedule when it is to run
 * @param failuresInARow runs that ended by an exception, since the last that did not
 * @param overrunsInARow runs that took longer than their period, since the last that did
 * not
 * @param overlaps whether runs may overlap, since each has a thread of its own
 * @param lastRun its last run, or {@code null} if none has ended yet
 * @param lastSuccess the end of its last successful run, or {@code null} if none is
 * remembered
 * @param withoutSuccess how long it has gone without a successful run, since its last one
 * or since its first was due; the time for which the process was held does not count
 * @param isOverdue whether that is longer than two of its periods
 * @since 0.1.0
 */
public record JobSnapshot(Site site, String scheduler, Schedule schedule, int failuresInARow, int overrunsInARow,
		boolean overlaps, TaskSnapshot.@Nullable RunSnapshot lastRun, @Nullable Instant lastSuccess,
		Duration withoutSuccess, boolean isOverdue) {
}
