package io.timerscope.snapshot;

import java.time.Instant;

import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.Site;

/**
 * Live periodic tasks of one line and one schedule that run the same code on the same
 * objects and come from separate calls.
 *
 * @param site where they were scheduled
 * @param scheduler the scheduler's name
 * @param schedule when each is to run
 * @param ownerKind whose they are: a living bean's or the application's
 * @param ownerName the owner's name
 * @param count how many, two or more
 * @param first when the first of them was scheduled
 * @param last when the last of them was scheduled
 * @since 0.1.0
 */
public record DuplicateJobs(Site site, String scheduler, Schedule schedule, OwnerKind ownerKind, String ownerName,
		int count, Instant first, Instant last) {
}
