package io.timerscope.survey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.timerscope.Site;
import io.timerscope.Totals;
import io.timerscope.clock.LedgerClock;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.SiteCounts;
import io.timerscope.record.TaskRecord;
import io.timerscope.snapshot.SiteCountsSnapshot;
import io.timerscope.snapshot.SiteSnapshot;
import org.jspecify.annotations.Nullable;

/** The sites with most leaks, then with most live tasks, over all schedulers. */
final class SiteRanking {

	private static final int SITES = 100;

	private static final Comparator<Rank> MOST_FIRST = Comparator.comparingLong((Rank it) -> it.totals().leaked())
		.thenComparingLong((it) -> it.totals().live())
		.reversed()
		.thenComparing((it) -> it.site().toString());

	private final LedgerClock clock;

	private final OldestTasks oldest;

	SiteRanking(LedgerClock clock, OldestTasks oldest) {
		this.clock = clock;
		this.oldest = oldest;
	}

	/**
	 * Ranks the sites.
	 * @param counts every site
	 */
	List<SiteSnapshot> list(List<SchedulerRecord> schedulers, List<SiteCountsSnapshot> counts) {
		Map<Site, Totals> totals = new HashMap<>();
		for (SiteCountsSnapshot it : counts) {
			totals.merge(it.site(), it.totals(), Totals::plus);
		}
		List<Rank> first = totals.entrySet()
			.stream()
			.map((it) -> new Rank(it.getKey(), it.getValue()))
			.sorted(MOST_FIRST)
			.limit(SITES)
			.toList();
		Map<Site, TaskRecord> oldest = oldest(schedulers, first);
		return first.stream().map((it) -> it.snapshot(created(oldest.get(it.site())))).toList();
	}

	private Map<Site, TaskRecord> oldest(List<SchedulerRecord> schedulers, List<Rank> ranks) {
		List<SiteCounts> siteCounts = new ArrayList<>();
		for (SchedulerRecord scheduler : schedulers) {
			ranks.forEach((it) -> siteCounts.addAll(scheduler.counts().livingOf(it.site())));
		}
		Map<Site, TaskRecord> oldest = new HashMap<>();
		this.oldest.of(siteCounts)
			.forEach((counts, task) -> oldest.merge(counts.site, task, (a, b) -> (a.id() < b.id()) ? a : b));
		return oldest;
	}

	private @Nullable Instant created(@Nullable TaskRecord task) {
		return (task == null) ? null : this.clock.instantOf(task.createdNanos());
	}

	/**
	 * A site and its place.
	 *
	 * @param site the site
	 * @param totals its counts over all schedulers
	 */
	private record Rank(Site site, Totals totals) {

		SiteSnapshot snapshot(@Nullable Instant oldest) {
			return new SiteSnapshot(this.site, this.totals, oldest);
		}

	}

}
