package io.timerscope.guard;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.timerscope.Site;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.snapshot.SiteCountsSnapshot;

/**
 * What the guard looks at.
 *
 * @param time when it was taken
 * @param live live tasks by site
 * @param heapUsed share of the heap in use after the last collection, from 0 to 1
 * @since 0.1.0
 */
public record GuardSample(Instant time, Map<Site, Long> live, double heapUsed) {

	public GuardSample {
		live = Map.copyOf(live);
	}

	/**
	 * Takes a sample. Does not walk the live tasks.
	 * @param ledger where tasks are counted
	 * @param heapUsed share of the heap in use after the last collection, from 0 to 1
	 * @return the sample
	 */
	public static GuardSample of(TaskLedger ledger, double heapUsed) {
		Map<Site, Long> live = new HashMap<>();
		for (SiteCountsSnapshot line : ledger.read().siteCounts()) {
			if (line.totals().live() > 0) {
				live.merge(line.site(), line.totals().live(), Long::sum);
			}
		}
		return new GuardSample(ledger.now(), live, heapUsed);
	}

	long liveOf(Site site) {
		return this.live.getOrDefault(site, 0L);
	}

	long total() {
		return this.live.values().stream().mapToLong(Long::longValue).sum();
	}

}
