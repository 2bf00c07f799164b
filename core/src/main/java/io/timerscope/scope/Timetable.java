package io.timerscope.scope;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

import org.jspecify.annotations.Nullable;

/**
 * The scheduler behind a scope, whatever its type.
 *
 * @since 0.1.0
 */
public interface Timetable {

	/**
	 * Runs a task once.
	 * @param delay from now
	 * @param task the task
	 * @return the scheduler's future
	 */
	Future<?> after(Duration delay, Runnable task);

	/**
	 * Runs a task at a fixed rate.
	 * @param period time to the first run and between two starts
	 * @param task the task
	 * @return the scheduler's future
	 */
	Future<?> every(Duration period, Runnable task);

	/**
	 * Runs a task when a cron expression says so.
	 * @param expression the expression
	 * @param task the task
	 * @return the scheduler's future, or {@code null} if the expression has no time to
	 * come
	 */
	@Nullable Future<?> cron(String expression, Runnable task);

	/**
	 * The timetable of an executor of the JDK, which knows no cron expressions.
	 * @param executor runs the tasks
	 * @return the timetable
	 */
	static Timetable of(ScheduledExecutorService executor) {
		return new ExecutorTimetable(executor);
	}

}
