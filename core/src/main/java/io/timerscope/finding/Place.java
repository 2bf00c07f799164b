package io.timerscope.finding;

import io.timerscope.Site;

/**
 * A line on one scheduler.
 *
 * @param site the line
 * @param scheduler the scheduler's name
 */
record Place(Site site, String scheduler) {
}
