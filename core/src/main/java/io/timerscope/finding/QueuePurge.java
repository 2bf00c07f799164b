package io.timerscope.finding;

import java.util.HashSet;
import java.util.Set;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;

/**
 * Removes cancelled tasks from queues that hold too many of them, where the user lets it.
 * Used by the clock only.
 */
final class QueuePurge {

	private static final System.Logger LOGGER = System.getLogger(QueuePurge.class.getName());

	private final FindingLimits limits;

	/** The schedulers whose first purge is in the log. */
	private final Set<String> logged = new HashSet<>();

	QueuePurge(FindingLimits limits) {
		this.limits = limits;
	}

	void purge(TaskLedger ledger) {
		if (!this.limits.purges()) {
			return;
		}
		Set<String> names = new HashSet<>();
		for (TaskTracker tracker : ledger.schedulers().tracked()) {
			names.add(tracker.name());
			if (tracker.totals().retained() > this.limits.maxRetained()) {
				ledger.guarded("purge a queue", () -> purge(tracker));
			}
		}
		this.logged.retainAll(names);
	}

	private void purge(TaskTracker tracker) {
		long gone = tracker.purge();
		if (gone > 0 && this.logged.add(tracker.name())) {
			LOGGER.log(System.Logger.Level.INFO,
					"Timerscope removed {0,number,#} cancelled tasks from the queue of {1}. "
							+ "Next step: {2}. Further removals there are not logged.",
					gone, tracker.name(), RetainedCheck.advice(tracker));
		}
	}

}
