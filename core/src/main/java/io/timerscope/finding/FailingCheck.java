package io.timerscope.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.timerscope.TaskSnapshot;
import io.timerscope.snapshot.JobSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Sees periodic tasks that throw run after run, while the scheduler goes on with them.
 */
final class FailingCheck implements Check {

	private final FindingLimits limits;

	FailingCheck(FindingLimits limits) {
		this.limits = limits;
	}

	@Override
	public FindingKind kind() {
		return FindingKind.FAILING;
	}

	@Override
	public List<Observation> look(Scene scene) {
		List<Observation> observations = new ArrayList<>();
		Jobs.byPlace(scene.jobs().suspects(), (job) -> job.failuresInARow() >= this.limits.failingAfter())
			.forEach((place, jobs) -> observations.add(observation(place, jobs, scene.now())));
		return observations;
	}

	private static Observation observation(Place place, List<JobSnapshot> jobs, Instant now) {
		JobSnapshot worst = Jobs.worst(jobs, JobSnapshot::failuresInARow);
		TaskSnapshot.RunSnapshot last = worst.lastRun();
		String who = (jobs.size() == 1)
				? "the last " + Words.count(worst.failuresInARow(), "run") + " of a periodic task"
				: Words.count(jobs.size(), "periodic task") + " fail run after run; the last "
						+ Words.count(worst.failuresInARow(), "run") + " of one of them";
		return new Observation(FindingKind.FAILING, place.site(), place.scheduler(), jobs.size(), since(worst, now),
				who + " ended by an exception" + error(last) + lastSuccess(worst, now)
						+ "; the scheduler goes on with it",
				"Mend what the exception says: the task runs, and does not do its work. "
						+ Words.silence(place.site(), "If it may fail so often"))
			.quoting((last == null) ? null : last.error());
	}

	private static Instant since(JobSnapshot job, Instant now) {
		Instant success = job.lastSuccess();
		TaskSnapshot.RunSnapshot last = job.lastRun();
		return (success != null) ? success : (last != null) ? last.startedAt() : now;
	}

	private static String error(TaskSnapshot.@Nullable RunSnapshot run) {
		return (run == null || run.error() == null) ? "" : " (" + run.error() + ")";
	}

	private static String lastSuccess(JobSnapshot job, Instant now) {
		Instant success = job.lastSuccess();
		return (success == null) ? "" : ", the last success was " + Words.between(success, now) + " ago";
	}

}
