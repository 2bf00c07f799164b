package io.timerscope.snapshot;

import java.util.List;

/**
 * The live periodic tasks that may not do their job, at one instant.
 *
 * @param suspects tasks whose last run failed or overran, or that wait for a run; at most
 * 10,000
 * @param twins tasks that do the same
 * @since 0.1.0
 */
public record JobSurvey(List<JobSnapshot> suspects, List<DuplicateJobs> twins) {

	public JobSurvey {
		suspects = List.copyOf(suspects);
		twins = List.copyOf(twins);
	}

}
