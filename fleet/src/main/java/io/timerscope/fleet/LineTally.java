package io.timerscope.fleet;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** What all instances together say of one thing that is wrong. Grows with no instance. */
final class LineTally {

	private static final int WORST = 5;

	private final PriorityQueue<FleetReport.Affected> worst = new PriorityQueue<>(
			Comparator.comparingLong(FleetReport.Affected::count));

	private final Set<String> kinds = new TreeSet<>();

	private final String text;

	private @Nullable String fingerprint;

	private String site = "";

	private @Nullable String scheduler;

	private @Nullable String evidence;

	private @Nullable String advice;

	private @Nullable String since;

	private long instances;

	private long sum;

	private long most = -1;

	private double squares;

	/**
	 * Begins at zero.
	 * @param text names the thing without a fingerprint
	 */
	LineTally(String text) {
		this.text = text;
	}

	/**
	 * Adds what one instance says.
	 * @param instance its name
	 * @param count how many tasks
	 * @param what the thing, in its words
	 */
	void add(String instance, long count, What what) {
		this.instances++;
		this.sum += count;
		this.squares += (double) count * count;
		if (this.fingerprint == null) {
			this.fingerprint = what.fingerprint();
		}
		if (count > this.most || (this.evidence == null && what.evidence() != null)) {
			this.site = what.site();
			this.scheduler = what.scheduler();
			this.evidence = what.evidence();
			this.advice = what.advice();
		}
		this.most = Math.max(this.most, count);
		this.kinds.addAll(what.kinds());
		this.since = earlier(this.since, what.since());
		this.worst.add(new FleetReport.Affected(instance, count));
		trim();
	}

	/** Takes over what instances without fingerprints said of the same line. */
	void add(LineTally old) {
		this.instances += old.instances;
		this.sum += old.sum;
		this.squares += old.squares;
		this.most = Math.max(this.most, old.most);
		this.kinds.addAll(old.kinds);
		this.since = earlier(this.since, old.since);
		this.worst.addAll(old.worst);
		trim();
	}

	String site() {
		return this.site;
	}

	FleetReport.Line line(Baseline baseline, List<String> owners, String now) {
		String firstSeen = baseline.firstSeen(this.fingerprint, this.text);
		return new FleetReport.Line(this.fingerprint, this.site, this.scheduler, List.copyOf(this.kinds), owners,
				this.instances, this.sum, this.most, Math.sqrt(this.squares / this.instances), this.since,
				(firstSeen == null) ? now : firstSeen, baseline.isKnown() && firstSeen == null,
				this.worst.stream()
					.sorted(Comparator.comparingLong(FleetReport.Affected::count)
						.reversed()
						.thenComparing(FleetReport.Affected::instance))
					.toList(),
				this.evidence, this.advice);
	}

	private void trim() {
		while (this.worst.size() > WORST) {
			this.worst.poll();
		}
	}

	/** Instants in ISO-8601 sort as texts as far as their seconds go. */
	private static @Nullable String earlier(@Nullable String a, @Nullable String b) {
		return (a == null || (b != null && b.compareTo(a) < 0)) ? b : a;
	}

	/**
	 * A thing that is wrong, as one instance describes it.
	 *
	 * @param fingerprint the same on every instance; {@code null} from an old version
	 * @param site the line
	 * @param scheduler the scheduler's name
	 * @param kinds the kinds of the findings
	 * @param since since when
	 * @param evidence what was seen
	 * @param advice what to do
	 */
	record What(@Nullable String fingerprint, String site, @Nullable String scheduler, Set<String> kinds,
			@Nullable String since, @Nullable String evidence, @Nullable String advice) {
	}

}
