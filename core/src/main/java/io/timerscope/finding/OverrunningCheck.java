package io.timerscope.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.timerscope.DurationText;
import io.timerscope.TaskSnapshot;
import io.timerscope.snapshot.JobSnapshot;

/** Sees tasks whose runs take longer than the time between two starts. */
final class OverrunningCheck implements Check {

	private final FindingLimits limits;

	OverrunningCheck(FindingLimits limits) {
		this.limits = limits;
	}

	@Override
	public FindingKind kind() {
		return FindingKind.OVERRUNNING;
	}

	@Override
	public List<Observation> look(Scene scene) {
		if (!scene.isFair()) {
			return List.of();
		}
		List<Observation> observations = new ArrayList<>();
		Jobs.byPlace(scene.jobs().suspects(), (job) -> job.overrunsInARow() >= this.limits.consecutive())
			.forEach((place, jobs) -> observations.add(observation(place, jobs, scene.now())));
		return observations;
	}

	private static Observation observation(Place place, List<JobSnapshot> jobs, Instant now) {
		JobSnapshot worst = Jobs.worst(jobs, OverrunningCheck::nanos);
		TaskSnapshot.RunSnapshot last = worst.lastRun();
		String who = (jobs.size() == 1) ? "" : Words.count(jobs.size(), "task") + " overrun; of one of them, ";
		String effect = worst.overlaps() ? "so that its runs overlap" : "so that it never keeps its times";
		return new Observation(FindingKind.OVERRUNNING, place.site(), place.scheduler(), jobs.size(),
				(last == null) ? now : last.startedAt(),
				who + "the last " + Words.count(worst.overrunsInARow(), "run")
						+ ((jobs.size() == 1) ? " of a task" : "") + " (" + Words.schedule(worst.schedule())
						+ ") took longer than its period"
						+ ((last == null) ? "" : ", the last one " + DurationText.of(last.duration())) + ", " + effect,
				"Make the run shorter, give the task a longer period, or let it pause after each run "
						+ "(scheduleWithFixedDelay). " + Words.silence(place.site(),
								worst.overlaps() ? "If its runs may overlap" : "If that is meant"));
	}

	private static long nanos(JobSnapshot job) {
		TaskSnapshot.RunSnapshot last = job.lastRun();
		return ((last == null) ? Duration.ZERO : last.duration()).toNanos();
	}

}
