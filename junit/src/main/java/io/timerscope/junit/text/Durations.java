package io.timerscope.junit.text;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as users write them: {@code 400ms}, {@code 2s}, {@code 1m} or ISO-8601. */
public final class Durations {

	private static final Pattern SIMPLE = Pattern.compile("(\\d+)\\s*(ms|s|m)");

	private Durations() {
	}

	public static Duration parse(String name, String text) {
		Matcher simple = SIMPLE.matcher(text.strip());
		try {
			if (!simple.matches()) {
				return Duration.parse(text.strip());
			}
			long amount = Long.parseLong(simple.group(1));
			return switch (simple.group(2)) {
				case "ms" -> Duration.ofMillis(amount);
				case "s" -> Duration.ofSeconds(amount);
				default -> Duration.ofMinutes(amount);
			};
		}
		catch (DateTimeParseException | NumberFormatException ex) {
			throw new IllegalArgumentException(name + " takes a time such as 400ms, 2s or PT2S, but is '" + text + "'",
					ex);
		}
	}

}
