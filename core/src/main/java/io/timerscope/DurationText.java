package io.timerscope;

import java.time.Duration;

/**
 * Durations as people read them, in text dumps, findings, log lines and messages. What
 * programs read keeps to ISO-8601.
 *
 * @since 0.1.0
 */
public final class DurationText {

	private static final long TENTHS_BELOW = 10_000;

	private DurationText() {
	}

	/**
	 * Puts a duration into words.
	 * @param duration any duration, with a minus sign where it is below zero
	 * @return the two largest units, for example {@code 1 min 29 s}; below ten seconds
	 * with tenths, as in {@code 1.5 s}, and below a second in one unit, as in
	 * {@code 20 ms}
	 */
	public static String of(Duration duration) {
		if (duration.isNegative()) {
			return "-" + of(duration.negated());
		}
		if (duration.toDays() > 0) {
			return two(duration.toDays(), "d", duration.toHoursPart(), "h");
		}
		if (duration.toHours() > 0) {
			return two(duration.toHours(), "h", duration.toMinutesPart(), "min");
		}
		if (duration.toSeconds() > 0) {
			return seconds(duration);
		}
		return parts(duration.toNanos());
	}

	private static String seconds(Duration duration) {
		long millis = duration.toMillis();
		long tenths = (millis < TENTHS_BELOW) ? millis % 1_000 / 100 : 0;
		return (tenths > 0) ? millis / 1_000 + "." + tenths + " s"
				: two(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
	}

	private static String parts(long nanos) {
		if (nanos == 0 || nanos >= 1_000_000) {
			return nanos / 1_000_000 + " ms";
		}
		return (nanos >= 1_000) ? nanos / 1_000 + " µs" : nanos + " ns";
	}

	private static String two(long large, String largeUnit, long small, String smallUnit) {
		String first = (large == 0) ? "" : large + " " + largeUnit;
		String second = (small == 0) ? "" : small + " " + smallUnit;
		return (first + " " + second).strip();
	}

}
