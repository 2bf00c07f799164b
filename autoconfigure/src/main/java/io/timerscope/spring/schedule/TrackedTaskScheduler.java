package io.timerscope.spring.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ScheduledFuture;

import io.timerscope.Schedule;
import io.timerscope.ledger.TaskTracker;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/**
 * A {@link TaskScheduler} whose tasks are in a ledger. Each method hands over to the
 * method of the same name, the deprecated ones too, so that a scheduler which overrides
 * them is asked in its own way.
 */
public final class TrackedTaskScheduler implements TaskScheduler {

	private final TaskScheduler delegate;

	private final TaskTracker tracker;

	private final WatchedTriggers triggers;

	TrackedTaskScheduler(TaskScheduler delegate, TaskTracker tracker) {
		this.delegate = delegate;
		this.tracker = tracker;
		this.triggers = new WatchedTriggers(delegate);
	}

	@Override
	public Clock getClock() {
		return this.delegate.getClock();
	}

	@Override
	public @Nullable ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
		return this.tracker.<@Nullable ScheduledFuture<?>>trackTriggered(task, Delays.of(trigger),
				(run, watch) -> this.delegate.schedule(run, this.triggers.of(trigger, watch)));
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
		return this.tracker.<ScheduledFuture<?>>trackOnce(task, () -> Delays.until(startTime, this.delegate),
				(run) -> this.delegate.schedule(run, startTime));
	}

	@Override
	@Deprecated(since = "6.0")
	@SuppressWarnings({ "deprecation", "JavaUtilDate" })
	public ScheduledFuture<?> schedule(Runnable task, Date startTime) {
		return this.tracker.<ScheduledFuture<?>>trackOnce(task, () -> Delays.until(startTime, this.delegate),
				(run) -> this.delegate.schedule(run, startTime));
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
		return this.tracker.<ScheduledFuture<?>>track(task,
				Schedule.fixedRate(Delays.until(startTime, this.delegate), Delays.of(period)),
				(run) -> this.delegate.scheduleAtFixedRate(run, startTime, period));
	}

	@Override
	@Deprecated(since = "6.0")
	@SuppressWarnings({ "deprecation", "JavaUtilDate" })
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Date startTime, long period) {
		return this.tracker.<ScheduledFuture<?>>track(task,
				Schedule.fixedRate(Delays.until(startTime, this.delegate), Delays.ofMillis(period)),
				(run) -> this.delegate.scheduleAtFixedRate(run, startTime, period));
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
		return this.tracker.<ScheduledFuture<?>>track(task, Schedule.fixedRate(0, Delays.of(period)),
				(run) -> this.delegate.scheduleAtFixedRate(run, period));
	}

	@Override
	@Deprecated(since = "6.0")
	@SuppressWarnings("deprecation")
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long period) {
		return this.tracker.<ScheduledFuture<?>>track(task, Schedule.fixedRate(0, Delays.ofMillis(period)),
				(run) -> this.delegate.scheduleAtFixedRate(run, period));
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
		return this.tracker.<ScheduledFuture<?>>track(task,
				Schedule.fixedDelay(Delays.until(startTime, this.delegate), Delays.of(delay)),
				(run) -> this.delegate.scheduleWithFixedDelay(run, startTime, delay));
	}

	@Override
	@Deprecated(since = "6.0")
	@SuppressWarnings({ "deprecation", "JavaUtilDate" })
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Date startTime, long delay) {
		return this.tracker.<ScheduledFuture<?>>track(task,
				Schedule.fixedDelay(Delays.until(startTime, this.delegate), Delays.ofMillis(delay)),
				(run) -> this.delegate.scheduleWithFixedDelay(run, startTime, delay));
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
		return this.tracker.<ScheduledFuture<?>>track(task, Schedule.fixedDelay(0, Delays.of(delay)),
				(run) -> this.delegate.scheduleWithFixedDelay(run, delay));
	}

	@Override
	@Deprecated(since = "6.0")
	@SuppressWarnings("deprecation")
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long delay) {
		return this.tracker.<ScheduledFuture<?>>track(task, Schedule.fixedDelay(0, Delays.ofMillis(delay)),
				(run) -> this.delegate.scheduleWithFixedDelay(run, delay));
	}

}
