package io.timerscope.actuate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What the endpoint can be read as.
 */
enum TimersFormat {

	/** The typed records. */
	JSON,

	/** The page for a browser. */
	HTML,

	/** The dump for a terminal. */
	TEXT,

	/** The gzipped profile for {@code go tool pprof}. */
	PPROF,

	/** The groups behind dump and profile, for the page's flame graph. */
	STACKS,

	/** The last hour. */
	HOUR;

	/** What the parameter {@code format} says, or else the header {@code Accept}. */
	static @Nullable TimersFormat of(@Nullable String parameter, @Nullable AcceptedType accepted) {
		if (parameter == null) {
			return (accepted == null) ? null : accepted.format();
		}
		for (TimersFormat format : values()) {
			if (format.label().equals(parameter)) {
				return format;
			}
		}
		throw new BadParameterException("format",
				"one of " + Arrays.stream(values()).map(TimersFormat::label).collect(Collectors.joining(", ")),
				parameter);
	}

	private String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
