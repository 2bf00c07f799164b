package io.timerscope.snapshot;

import java.util.List;

/**
 * How the schedulers work, at one instant.
 *
 * @param afterPause whether the process was held since the survey before, so that nothing
 * in here is anybody's fault
 * @param paces how each tracked scheduler kept its times
 * @param longRuns runs under way that take longer than their limit
 * @param jobs the periodic tasks that may not do their job
 * @since 0.1.0
 */
public record WorkSurvey(boolean afterPause, List<SchedulerLateness> paces, List<LongRuns> longRuns, JobSurvey jobs) {
}
