package io.timerscope.snapshot;

import java.time.Duration;

import io.timerscope.Site;

/**
 * How long the periodic tasks of one line on one scheduler have gone without a successful
 * run, at one instant.
 *
 * @param site where they were scheduled
 * @param scheduler the scheduler's name
 * @param age the time since the last successful run, before the first one since the task
 * was scheduled; of several tasks the longest
 * @since 0.1.0
 */
public record JobAge(Site site, String scheduler, Duration age) {
}
