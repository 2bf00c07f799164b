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

	/** As good as never, and still an instant that schedulers can reckon with. */
	private static final Duration FAR = Duration.ofDays(36_500);

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
		return this.scheduler.schedule(task, in(delay));
	}

	@Override
	public Future<?> every(Duration period, Runnable task) {
		return this.scheduler.scheduleAtFixedRate(task, in(period), period);
	}

	private static Instant in(Duration duration) {
		return Instant.now().plus((duration.compareTo(FAR) < 0) ? duration : FAR);
	}

	@Override
	public @Nullable Future<?> cron(String expression, Runnable task) {
		return this.scheduler.schedule(task, new CronTrigger(expression));
	}

}
