package io.timerscope;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the periodic tasks of beans and of the application for their last successful run,
 * in one walk over the live tasks.
 */
final class JobAges {

	private final TaskLedger ledger;

	private final long nowNanos;

	private final Map<Place, Long> ages = new HashMap<>();

	JobAges(TaskLedger ledger) {
		this.ledger = ledger;
		this.nowNanos = ledger.time().nanos();
	}

	List<JobAge> walk() {
		this.ledger.live().forEachAfter(0, (task) -> {
			if (task.isPeriodic() && task.isAdmitted() && task.isLive() && isJob(task.owner().kind())) {
				this.ages.merge(new Place(task.line().site, task.line().tracker.name()),
						Math.max(0, this.nowNanos - successNanos(task)), Math::max);
			}
			return true;
		});
		return this.ages.entrySet()
			.stream()
			.map((it) -> new JobAge(it.getKey().site(), it.getKey().scheduler(), Duration.ofNanos(it.getValue())))
			.toList();
	}

	private static boolean isJob(OwnerKind owner) {
		return owner == OwnerKind.BEAN || owner == OwnerKind.APPLICATION;
	}

	/** Of brief runs that nobody timed, the last one was a period before the next. */
	private long successNanos(LiveTask task) {
		TaskDetails details = task.details();
		RunLog log = details.log();
		if (details.untimedRuns() != ((log == null) ? 0 : log.untimedRuns())) {
			Schedule keeps = details.schedule().keeps();
			long period = (keeps instanceof Schedule.FixedRate rate) ? rate.nanos()
					: (keeps instanceof Schedule.FixedDelay delay) ? delay.nanos() : 0;
			return task.dueNanos(this.nowNanos) - period;
		}
		long success = (log == null) ? RunLog.UNKNOWN : log.lastSuccessNanos();
		return (success == RunLog.UNKNOWN) ? details.createdNanos() : success;
	}

	/**
	 * A line on a scheduler.
	 *
	 * @param site the line
	 * @param scheduler the scheduler's name
	 */
	private record Place(Site site, String scheduler) {
	}

}
