package io.timerscope;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** Schedules in the JDK's terms; a missing unit is the delegate's to complain about. */
public final class Schedules {

	private Schedules() {
	}

	public static Schedule once(long delay, @Nullable TimeUnit unit) {
		return Schedule.once(nanos(delay, unit));
	}

	public static Schedule fixedRate(long initialDelay, long period, @Nullable TimeUnit unit) {
		return Schedule.fixedRate(nanos(initialDelay, unit), nanos(period, unit));
	}

	public static Schedule fixedDelay(long initialDelay, long delay, @Nullable TimeUnit unit) {
		return Schedule.fixedDelay(nanos(initialDelay, unit), nanos(delay, unit));
	}

	private static long nanos(long time, @Nullable TimeUnit unit) {
		return (unit == null) ? 0 : unit.toNanos(time);
	}

}
