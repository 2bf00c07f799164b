package io.timerscope.fleet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.timerscope.fleet.LineTally.What;
import org.jspecify.annotations.Nullable;

/**
 * Merges what instances say, one after the other, and keeps none of their answers. Used
 * by one thread at a time.
 */
final class FleetBook {

	private static final Comparator<FleetReport.Line> WORST_FIRST = Comparator
		.comparingLong(FleetReport.Line::instances)
		.thenComparingDouble(FleetReport.Line::rms)
		.reversed()
		.thenComparing(FleetReport.Line::site);

	private final Tallies leaks = new Tallies();

	private final Tallies problems = new Tallies();

	private final List<FleetReport.Silent> silent = new ArrayList<>();

	private final List<String> old = new ArrayList<>();

	private long answered;

	private long live;

	private long leaked;

	void add(Outcome outcome) {
		String name = outcome.target().name();
		if (outcome instanceof Outcome.Answered it) {
			add(name, it.answer());
		}
		else if (outcome instanceof Outcome.Silent it) {
			this.silent.add(new FleetReport.Silent(name, it.why().label(), it.detail()));
		}
	}

	/** How many instances answered so far. */
	long answered() {
		return this.answered;
	}

	FleetReport report(Instant time, Baseline baseline, CodeOwners owners) {
		String now = time.truncatedTo(ChronoUnit.MILLIS).toString();
		List<FleetReport.Line> lines = lines(this.leaks, baseline, owners, now);
		List<FleetReport.Line> problems = lines(this.problems, baseline, owners, now);
		Baseline.Rest rest = baseline.rest(lines, problems, this.silent);
		return new FleetReport(now,
				new FleetReport.Instances(this.answered + this.silent.size(), this.answered, this.old.size(),
						this.silent.size()),
				new FleetReport.Tasks(this.live, this.leaked), lines, problems, rest.gone(), rest.undecided(),
				this.silent.stream().sorted(Comparator.comparing(FleetReport.Silent::instance)).toList(),
				this.old.stream().sorted().toList());
	}

	private void add(String instance, TimersAnswer answer) {
		this.answered++;
		if (answer.isOld()) {
			this.old.add(instance);
		}
		if (answer.totals() != null) {
			this.live += answer.totals().live();
			this.leaked += answer.totals().leaked();
		}
		addLeaks(instance, answer);
		for (TimersAnswer.Finding finding : answer.findings()) {
			if (!finding.isLeakOfTasks() && !finding.severity().equals("notice")) {
				this.problems.add(instance, finding.count(),
						Tallies.problem(finding.kind(), finding.subject(), finding.scheduler()),
						new What(finding.fingerprint(), finding.subject(), finding.scheduler(), Set.of(finding.kind()),
								finding.since(), finding.evidence(), finding.advice()));
			}
		}
	}

	/** Two lines of one method are one line of the fleet, and count an instance once. */
	private void addLeaks(String instance, TimersAnswer answer) {
		Map<String, List<TimersAnswer.Site>> sites = new LinkedHashMap<>();
		for (TimersAnswer.Site site : answer.sites()) {
			if (site.leaked() > 0) {
				sites.computeIfAbsent(Tallies.leak(site.site()), (it) -> new ArrayList<>()).add(site);
			}
		}
		sites.forEach((text, same) -> {
			TimersAnswer.Site worst = same.get(0); // an instance ranks its lines
			this.leaks.add(instance, same.stream().mapToLong(TimersAnswer.Site::leaked).sum(), text,
					what(worst, findings(answer, text)));
		});
	}

	private static List<TimersAnswer.Finding> findings(TimersAnswer answer, String text) {
		return answer.findings()
			.stream()
			.filter((finding) -> finding.isLeakOfTasks() && Tallies.leak(finding.subject()).equals(text))
			.sorted(Comparator.comparingLong(TimersAnswer.Finding::count).reversed())
			.toList();
	}

	private static What what(TimersAnswer.Site site, List<TimersAnswer.Finding> findings) {
		Set<String> kinds = new TreeSet<>();
		String since = null;
		for (TimersAnswer.Finding finding : findings) {
			kinds.add(finding.kind());
			since = (since == null || (finding.since() != null && finding.since().compareTo(since) < 0))
					? finding.since() : since;
		}
		TimersAnswer.@Nullable Finding first = findings.isEmpty() ? null : findings.get(0);
		return new What(site.fingerprint(), site.site(), (first == null) ? null : first.scheduler(), kinds, since,
				(first == null) ? null : first.evidence(), (first == null) ? null : first.advice());
	}

	private static List<FleetReport.Line> lines(Tallies tallies, Baseline baseline, CodeOwners owners, String now) {
		return tallies.merged()
			.stream()
			.map((tally) -> tally.line(baseline, owners.of(tally.site()), now))
			.sorted(WORST_FIRST)
			.toList();
	}

}
