package io.timerscope.spring;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;

import io.timerscope.scope.Timetable;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.support.CronTrigger;

/**
 * A scheduler of Spring's as a timetable.
 *
 * @since 0.1.0
 */
public final class SpringTimetable implements Timetable {

	private final TaskScheduler scheduler;

	/**
	 * Runs tasks on a scheduler.
	 * @param scheduler the scheduler
	 */
	public SpringTimetable(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	public Future<?> after(Duration delay, Runnable task) {
		return this.scheduler.schedule(task, Instant.now().plus(delay));
	}

	@Override
	public Future<?> every(Duration period, Runnable task) {
		return this.scheduler.scheduleAtFixedRate(task, Instant.now().plus(period), period);
	}

	@Override
	public @Nullable Future<?> cron(String expression, Runnable task) {
		return this.scheduler.schedule(task, new CronTrigger(expression));
	}

}
