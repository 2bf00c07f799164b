package io.timerscope.junit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration parameters of JUnit that concern us.
 */
final class Settings {

	static final String ENABLED = "timerscope.junit.enabled";

	static final String RETRY_FOR = "timerscope.junit.retry-for";

	private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

	private final Function<String, Optional<String>> parameters;

	Settings(Function<String, Optional<String>> parameters) {
		this.parameters = parameters;
	}

	boolean isEnabled() {
		return flag(ENABLED, true);
	}

	boolean isParallel() {
		return flag(PARALLEL, false);
	}

	Duration retryFor() {
		return this.parameters.apply(RETRY_FOR)
			.map((text) -> Durations.parse(RETRY_FOR, text))
			.orElse(LeakRules.DEFAULT_RETRY);
	}

	private boolean flag(String name, boolean fallback) {
		String text = this.parameters.apply(name).orElse(Boolean.toString(fallback)).strip();
		if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
			throw new IllegalArgumentException(name + " takes true or false, but is '" + text + "'");
		}
		return Boolean.parseBoolean(text);
	}

}
