package io.timerscope.snapshot;

import java.time.Duration;

import io.timerscope.Site;
import org.jspecify.annotations.Nullable;

/**
 * How one scheduler kept its times since the sample before.
 *
 * @param scheduler the scheduler's name
 * @param lateness how late the latest run started
 * @param overdue tasks that wait for a thread although they are due
 * @param overdueBy how long the first of them has been due
 * @param holder the run that held a thread longest, or {@code null} if there was none
 * @param thread the name of the thread that started a run last, or {@code null} if there
 * was no run yet
 * @since 0.1.0
 */
public record SchedulerLateness(String scheduler, Duration lateness, long overdue, Duration overdueBy,
		@Nullable Holder holder, @Nullable String thread) {

	/**
	 * A run that held a thread.
	 *
	 * @param site where its task was scheduled
	 * @param duration how long it took, or takes by now
	 * @param thread the thread's name, or {@code null} if the run is over
	 */
	public record Holder(Site site, Duration duration, @Nullable String thread) {
	}

}
