package io.timerscope.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.timerscope.ledger.TaskTracker;

/** Sees queues that hold many cancelled tasks, and empties them where it may. */
final class RetainedCheck implements Check {

	private static final System.Logger LOGGER = System.getLogger(FindingBook.class.getName());

	private final FindingLimits limits;

	private final Map<String, Instant> since = new HashMap<>();

	private final Set<String> purged = new HashSet<>();

	RetainedCheck(FindingLimits limits) {
		this.limits = limits;
	}

	@Override
	public Set<FindingKind> kinds() {
		return EnumSet.of(FindingKind.RETAINED);
	}

	@Override
	public List<Observation> look(Scene scene) {
		List<Observation> observations = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (TaskTracker tracker : scene.ledger().schedulers().tracked()) {
			names.add(tracker.name());
			long retained = tracker.totals().retained();
			if (retained > this.limits.maxRetained() && this.limits.purges()) {
				retained = purge(scene, tracker, retained);
			}
			if (retained > this.limits.maxRetained()) {
				observations.add(observation(tracker, retained,
						this.since.computeIfAbsent(tracker.name(), (name) -> scene.now())));
			}
			else {
				this.since.remove(tracker.name());
			}
		}
		this.since.keySet().retainAll(names);
		this.purged.retainAll(names);
		return observations;
	}

	private long purge(Scene scene, TaskTracker tracker, long retained) {
		long[] gone = new long[1];
		scene.ledger().guarded("purge a queue", () -> gone[0] = tracker.purge());
		if (gone[0] > 0 && this.purged.add(tracker.name())) {
			LOGGER.log(System.Logger.Level.INFO,
					"Timerscope removed {0,number,#} cancelled tasks from the queue of {1}. "
							+ "Next step: {2}. Further removals there are not logged.",
					gone[0], tracker.name(), advice(tracker));
		}
		return retained - gone[0];
	}

	private static Observation observation(TaskTracker tracker, long retained, Instant since) {
		Integer queued = tracker.pool().queued();
		String of = (queued == null) ? "" : " among its " + Words.count(queued, "entry", "entries");
		return new Observation(FindingKind.RETAINED, tracker.name(), tracker.name(), retained, since,
				"the queue still holds " + Words.count(retained, "cancelled task") + of, advice(tracker));
	}

	private static String advice(TaskTracker tracker) {
		String advice = tracker.pool().removeOnCancelAdvice();
		return (advice == null) ? "Call setRemoveOnCancelPolicy(true) on the scheduler" : advice;
	}

}
