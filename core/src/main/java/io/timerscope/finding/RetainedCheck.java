package io.timerscope.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.timerscope.ledger.TaskTracker;

/** Sees queues that hold many cancelled tasks. */
final class RetainedCheck implements Check {

	private final FindingLimits limits;

	private final Map<String, Instant> since = new HashMap<>();

	RetainedCheck(FindingLimits limits) {
		this.limits = limits;
	}

	@Override
	public FindingKind kind() {
		return FindingKind.RETAINED;
	}

	@Override
	public List<Observation> look(Scene scene) {
		List<Observation> observations = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (TaskTracker tracker : scene.ledger().schedulers().tracked()) {
			names.add(tracker.name());
			long retained = tracker.totals().retained();
			if (retained > this.limits.maxRetained()) {
				observations.add(observation(tracker, retained,
						this.since.computeIfAbsent(tracker.name(), (name) -> scene.now())));
			}
			else {
				this.since.remove(tracker.name());
			}
		}
		this.since.keySet().retainAll(names);
		return observations;
	}

	private static Observation observation(TaskTracker tracker, long retained, Instant since) {
		Integer queued = tracker.pool().queued();
		String of = (queued == null) ? "" : " among its " + Words.count(queued, "entry", "entries");
		return new Observation(FindingKind.RETAINED, tracker.name(), tracker.name(), retained, since,
				"the queue still holds " + Words.count(retained, "cancelled task") + of, advice(tracker));
	}

	static String advice(TaskTracker tracker) {
		String advice = tracker.pool().removeOnCancelAdvice();
		return (advice == null) ? "Call setRemoveOnCancelPolicy(true) on the scheduler" : advice;
	}

}
