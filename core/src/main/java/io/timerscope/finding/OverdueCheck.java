package io.timerscope.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.timerscope.DurationText;
import io.timerscope.TaskSnapshot;
import io.timerscope.snapshot.JobSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Sees periodic tasks without a successful run for two of their periods, where no other
 * finding says why. As many samples in a row must agree as for {@code late}, so that one
 * long run, or a scheduler that was paused, accuses nobody.
 */
final class OverdueCheck implements Check {

	private static final Set<FindingKind> REASONS = EnumSet.of(FindingKind.STUCK, FindingKind.FAILING,
			FindingKind.DEAD);

	private final FindingLimits limits;

	private final FindingBook book;

	private Map<Place, Integer> samples = new HashMap<>();

	OverdueCheck(FindingLimits limits, FindingBook book) {
		this.limits = limits;
		this.book = book;
	}

	@Override
	public FindingKind kind() {
		return FindingKind.OVERDUE;
	}

	@Override
	public List<Observation> look(Scene scene) {
		Map<Place, Integer> after = new HashMap<>();
		List<Observation> observations = new ArrayList<>();
		if (scene.isFair()) {
			Jobs.byPlace(scene.jobs().suspects(), this::isOverdue).forEach((place, jobs) -> {
				int samples = this.samples.getOrDefault(place, 0) + 1;
				after.put(place, samples);
				if (samples >= this.limits.consecutive() && !isExplained(place)) {
					observations.add(observation(place, jobs, scene.now()));
				}
			});
		}
		this.samples = after;
		return observations;
	}

	private boolean isOverdue(JobSnapshot job) {
		return job.isOverdue() && job.withoutSuccess().compareTo(this.limits.lateAfter()) > 0;
	}

	private boolean isExplained(Place place) {
		String site = place.site().toString();
		return this.book.known()
			.stream()
			.filter((finding) -> place.scheduler().equals(finding.scheduler()))
			.anyMatch((finding) -> finding.kind() == FindingKind.LATE
					|| (REASONS.contains(finding.kind()) && finding.subject().equals(site)));
	}

	private static Observation observation(Place place, List<JobSnapshot> jobs, Instant now) {
		JobSnapshot worst = Jobs.worst(jobs, (job) -> job.withoutSuccess().toMillis());
		TaskSnapshot.RunSnapshot last = worst.lastRun();
		String who = (jobs.size() == 1) ? "a periodic task ("
				: Words.count(jobs.size(), "periodic task") + ", one of them (";
		return new Observation(FindingKind.OVERDUE, place.site(), place.scheduler(), jobs.size(),
				now.minus(worst.withoutSuccess()),
				who + Words.schedule(worst.schedule()) + ") has had no successful run for "
						+ DurationText.of(worst.withoutSuccess()) + ", longer than two of its periods" + last(last),
				"See what the last runs ended with, and what keeps the next one from its thread (the answer for one task "
						+ "has both). " + Words.silence(place.site(), "If that is meant"))
			.quoting((last == null) ? null : last.error());
	}

	private static String last(TaskSnapshot.@Nullable RunSnapshot last) {
		if (last == null) {
			return "; it has not run yet";
		}
		return (last.error() == null) ? "; its last run started at " + last.startedAt()
				: "; its last run ended by an exception (" + last.error() + ")";
	}

}
