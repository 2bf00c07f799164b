package io.timerscope.spring.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;

import io.timerscope.Schedule;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.scheduling.support.PeriodicTrigger;

/**
 * Spring's terms in the ledger's. Whatever cannot be told counts as zero: what is wrong
 * with an argument is the scheduler's to say.
 */
final class Delays {

	private Delays() {
	}

	static long of(@Nullable Duration duration) {
		return (duration == null) ? 0 : TimeUnit.NANOSECONDS.convert(duration);
	}

	static long ofMillis(long millis) {
		return TimeUnit.MILLISECONDS.toNanos(millis);
	}

	static long until(@Nullable Instant startTime, TaskScheduler scheduler) {
		try {
			return (startTime == null) ? 0 : of(Duration.between(scheduler.getClock().instant(), startTime));
		}
		catch (RuntimeException ex) {
			return 0;
		}
	}

	@SuppressWarnings("JavaUtilDate")
	static long until(@Nullable Date startTime, TaskScheduler scheduler) {
		return (startTime == null) ? 0 : until(Instant.ofEpochMilli(startTime.getTime()), scheduler);
	}

	static Schedule of(@Nullable Trigger trigger) {
		if (trigger == null) {
			return Schedule.onTrigger("none");
		}
		try {
			if (trigger.getClass() == PeriodicTrigger.class) {
				return periodic((PeriodicTrigger) trigger);
			}
			return Schedule
				.onTrigger((trigger instanceof CronTrigger cron) ? cron.getExpression() : trigger.toString());
		}
		catch (RuntimeException ex) {
			return Schedule.onTrigger(trigger.getClass().getName());
		}
	}

	/** Its {@code toString} says nothing. */
	private static Schedule periodic(PeriodicTrigger trigger) {
		long initial = of(trigger.getInitialDelayDuration());
		long period = of(trigger.getPeriodDuration());
		return Schedule.onTrigger(trigger.toString(),
				trigger.isFixedRate() ? Schedule.fixedRate(initial, period) : Schedule.fixedDelay(initial, period));
	}

}
