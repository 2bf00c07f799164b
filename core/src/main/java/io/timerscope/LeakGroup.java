package io.timerscope;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The leaked tasks of one site on one scheduler that share a reason, at one instant.
 *
 * @param reason why they are leaks
 * @param site where they were scheduled
 * @param scheduler the scheduler's name
 * @param count how many are live
 * @param since since when the oldest of these leaks is one
 * @param age how long ago the first of the owners ended; for abandoned tasks, how long
 * ago the first of them was scheduled
 * @param owners names of the owners, each once, the first three met
 * @param moreOwners whether there are further names
 * @since 0.1.0
 */
public record LeakGroup(LeakReason reason, Site site, String scheduler, long count, Instant since, Duration age,
		List<String> owners, boolean moreOwners) {

	public LeakGroup {
		owners = List.copyOf(owners);
	}

}
