package io.timerscope.fleet;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 500ms}, {@code 5s}, {@code 1m}. */
final class Durations {

	private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m)");

	private Durations() {
	}

	static Duration parse(String text) {
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches()) {
			throw new TypeConversionException("'" + text + "' is no duration such as 500ms, 5s or 1m");
		}
		long number = Long.parseLong(matcher.group(1));
		return switch (matcher.group(2)) {
			case "ms" -> Duration.ofMillis(number);
			case "s" -> Duration.ofSeconds(number);
			default -> Duration.ofMinutes(number);
		};
	}

}
