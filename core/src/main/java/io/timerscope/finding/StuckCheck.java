package io.timerscope.finding;

import java.util.List;

import io.timerscope.DurationText;
import io.timerscope.snapshot.LongRuns;

/** Sees runs that take longer than the limit of their site. */
final class StuckCheck implements Check {

	@Override
	public FindingKind kind() {
		return FindingKind.STUCK;
	}

	@Override
	public List<Observation> look(Scene scene) {
		return scene.work().longRuns().stream().map(StuckCheck::observation).toList();
	}

	private static Observation observation(LongRuns runs) {
		String who = (runs.count() == 1) ? "a run has taken "
				: Words.count(runs.count(), "run") + " are over their limit, " + "the longest has taken ";
		return new Observation(FindingKind.STUCK, runs.site(), runs.scheduler(), runs.count(),
				runs.startedAt().plus(runs.limit()),
				who + DurationText.of(runs.duration()) + " so far on thread " + runs.thread() + ", the limit is "
						+ DurationText.of(runs.limit()),
				"See in the stack what the thread waits for, and give that a timeout. If the run is meant to take so "
						+ "long, raise stuck-after of the site in timerscope.rules",
				runs.stack());
	}

}
