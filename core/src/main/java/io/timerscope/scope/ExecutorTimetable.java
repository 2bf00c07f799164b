package io.timerscope.scope;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An executor of the JDK as a timetable. */
final class ExecutorTimetable implements Timetable {

	private final ScheduledExecutorService executor;

	ExecutorTimetable(ScheduledExecutorService executor) {
		this.executor = executor;
	}

	@Override
	public Future<?> after(Duration delay, Runnable task) {
		return this.executor.schedule(task, TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
	}

	@Override
	public Future<?> every(Duration period, Runnable task) {
		long nanos = TimeUnit.NANOSECONDS.convert(period);
		return this.executor.scheduleAtFixedRate(task, nanos, nanos, TimeUnit.NANOSECONDS);
	}

	@Override
	public Future<?> cron(String expression, Runnable task) {
		throw new UnsupportedOperationException("cron '" + expression
				+ "' needs a scheduler that knows cron expressions, such as Spring's TaskScheduler, but got "
				+ this.executor);
	}

}
