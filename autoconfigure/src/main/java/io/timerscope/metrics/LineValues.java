package io.timerscope.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.timerscope.Site;
import io.timerscope.finding.Fingerprint;
import io.timerscope.ledger.LedgerReader;
import io.timerscope.snapshot.JobAge;
import io.timerscope.snapshot.LeakGroup;
import io.timerscope.snapshot.SiteCountsSnapshot;

/**
 * What the meters that name lines of code show at one instant, each by the values of its
 * tags.
 *
 * @param live live tasks of the worst leaking lines
 * @param leaked leaked tasks of them
 * @param ages seconds without a successful run
 */
record LineValues(Map<List<String>, Double> live, Map<List<String>, Double> leaked, Map<List<String>, Double> ages) {

	static final LineValues NONE = new LineValues(Map.of(), Map.of(), Map.of());

	/**
	 * Reads the ledger, and walks the live tasks only if there is something to show.
	 * @param ledger what is read
	 * @param sites how many pairs of a leaking line and a reason are wanted; there are at
	 * most as many lines among them, hence at most twice as many series
	 * @param jobs whether the ages of jobs are wanted
	 */
	static LineValues of(LedgerReader ledger, int sites, boolean jobs) {
		Map<List<String>, Double> live = new HashMap<>();
		Map<List<String>, Double> leaked = new HashMap<>();
		Map<List<String>, Double> ages = new HashMap<>();
		if (sites > 0) {
			sites(ledger, sites, live, leaked);
		}
		if (jobs) {
			for (JobAge job : ledger.jobs()) {
				ages.merge(List.of(name(job.site()), job.scheduler()), job.age().toMillis() / 1000.0, Math::max);
			}
		}
		return new LineValues(live, leaked, ages);
	}

	private static void sites(LedgerReader ledger, int most, Map<List<String>, Double> live,
			Map<List<String>, Double> leaked) {
		List<SiteCountsSnapshot> lines = ledger.siteCounts();
		if (lines.stream().noneMatch((line) -> line.totals().leaked() > 0)) {
			return;
		}
		Map<List<String>, Double> all = new HashMap<>();
		for (LeakGroup leak : ledger.outlived().leaks()) {
			List<String> tags = new ArrayList<>(tags(leak.tasks().site()));
			tags.add(leak.reason().label());
			all.merge(List.copyOf(tags), (double) leak.tasks().count(), Double::sum);
		}
		all.entrySet()
			.stream()
			.sorted(Map.Entry.<List<String>, Double>comparingByValue(Comparator.reverseOrder())
				.thenComparing((it) -> it.getKey().toString()))
			.limit(most)
			.forEach((it) -> {
				leaked.put(it.getKey(), it.getValue());
				live.put(it.getKey().subList(0, 2), 0.0);
			});
		for (SiteCountsSnapshot line : lines) {
			live.computeIfPresent(tags(line.site()), (tags, sum) -> sum + line.totals().live());
		}
	}

	private static List<String> tags(Site site) {
		return List.of(name(site), Fingerprint.of(site));
	}

	private static String name(Site site) {
		return site.className() + "#" + site.methodName();
	}

}
