package io.timerscope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The sites with most leaks, then with most live tasks, over all schedulers. */
final class SiteRanking {

	private static final int SITES = 100;

	private static final Comparator<Rank> MOST_FIRST = Comparator.comparingLong((Rank it) -> it.totals().leaked())
		.thenComparingLong((it) -> it.totals().live())
		.reversed()
		.thenComparing((it) -> it.site().toString());

	private final TaskLedger ledger;

	SiteRanking(TaskLedger ledger) {
		this.ledger = ledger;
	}

	List<SiteSnapshot> list() {
		Map<Site, Totals> totals = new HashMap<>();
		for (LineSnapshot line : this.ledger.read().lines()) {
			totals.merge(line.site(), line.totals(), Totals::plus);
		}
		List<Rank> first = totals.entrySet()
			.stream()
			.map((it) -> new Rank(it.getKey(), it.getValue()))
			.sorted(MOST_FIRST)
			.limit(SITES)
			.toList();
		Map<Site, LiveTask> oldest = oldest(first);
		return first.stream().map((it) -> it.snapshot(created(oldest.get(it.site())))).toList();
	}

	private Map<Site, LiveTask> oldest(List<Rank> ranks) {
		List<Line> lines = new ArrayList<>();
		for (TaskTracker tracker : this.ledger.schedulers().tracked()) {
			ranks.forEach((it) -> lines.addAll(tracker.lines().livingOf(it.site())));
		}
		Map<Site, LiveTask> oldest = new HashMap<>();
		this.ledger.oldest()
			.of(lines)
			.forEach((line, task) -> oldest.merge(line.site, task, (a, b) -> (a.id() < b.id()) ? a : b));
		return oldest;
	}

	private @Nullable Instant created(@Nullable LiveTask task) {
		return (task == null) ? null : this.ledger.instantOf(task.createdNanos());
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
