package io.timerscope.autoconfigure;

import java.time.Duration;

import io.timerscope.DurationText;
import io.timerscope.SitePattern;
import org.jspecify.annotations.Nullable;

/** What a property takes. Unset values pass. */
final class Range {

	private Range() {
	}

	static void present(String property, String expected, @Nullable Object value) {
		check(value != null, property, expected, "missing");
	}

	static void notNegative(String property, @Nullable Duration value) {
		check(value == null || !value.isNegative(), property, "a duration of zero or more",
				(value == null) ? null : DurationText.of(value));
	}

	static void between(String property, Duration least, Duration most, Duration value) {
		check(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, property,
				"a duration from " + DurationText.of(least) + " to " + DurationText.of(most), DurationText.of(value));
	}

	static void between(String property, int least, int most, int value) {
		check(value >= least && value <= most, property, "a number from " + least + " to " + most, value);
	}

	static void notNegative(String property, @Nullable Integer value) {
		check(value == null || value >= 0, property, "a number of zero or more", value);
	}

	static void atLeastOne(String property, int value) {
		check(value >= 1, property, "a number of one or more", value);
	}

	static void share(String property, double value) {
		check(value >= 0 && value <= 1, property, "a share from 0 to 1", value);
	}

	static void threadPattern(String property, String pattern) {
		check(pattern.chars().anyMatch((letter) -> letter != '*' && letter != ' '), property,
				"name patterns of threads such as legacy-*, each with more than an asterisk", "'" + pattern + "'");
	}

	/** Without the cause, since Boot's analysis shows the innermost message only. */
	@SuppressWarnings("UnusedException")
	static void sitePattern(String property, String pattern) {
		try {
			SitePattern.of(pattern);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(property + ": " + ex.getMessage());
		}
	}

	private static void check(boolean good, String property, String expected, @Nullable Object value) {
		if (!good) {
			throw new IllegalArgumentException(property + " must be " + expected + ", but is " + value);
		}
	}

}
