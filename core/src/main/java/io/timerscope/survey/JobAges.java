package io.timerscope.survey;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.clock.LedgerClock;
import io.timerscope.record.LiveTasks;
import io.timerscope.record.RunLog;
import io.timerscope.record.TaskDetails;
import io.timerscope.record.TaskRecord;
import io.timerscope.snapshot.JobAge;

/**
 * Asks the periodic tasks of beans and of the application for their last successful run,
 * in one walk over the live tasks.
 */
final class JobAges {

	private final long nowNanos;

	private final Map<Place, Long> ages = new HashMap<>();

	JobAges(LedgerClock clock) {
		this.nowNanos = clock.nanos();
	}

	List<JobAge> walk(LiveTasks live) {
		live.forEachAfter(0, (task) -> {
			if (task.isPeriodic() && task.isAccepted() && task.isLive() && isJob(task.owner().kind())) {
				this.ages.merge(new Place(task.site(), task.scheduler().name()),
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
	private long successNanos(TaskRecord task) {
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
	 * A site on a scheduler.
	 *
	 * @param site the site
	 * @param scheduler the scheduler's name
	 */
	private record Place(Site site, String scheduler) {
	}

}
