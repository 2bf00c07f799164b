package io.timerscope.actuate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * Times in ISO-8601, written here so that no setting of a JSON library changes them.
 */
final class Iso {

	private Iso() {
	}

	/** A UTC instant, in milliseconds. */
	static String instant(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MILLIS).toString();
	}

	static @Nullable String instantOrNull(@Nullable Instant instant) {
		return (instant == null) ? null : instant(instant);
	}

	/** A measured duration, in microseconds. */
	static String measured(Duration duration) {
		return duration.truncatedTo(ChronoUnit.MICROS).toString();
	}

}
