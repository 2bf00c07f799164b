package io.timerscope.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.timerscope.junit.text.Durations;

/**
 * The configuration parameters of JUnit that concern us.
 */
final class Settings {

	static final String ENABLED = "timerscope.junit.enabled";

	static final String RETRY_FOR = "timerscope.junit.retry-for";

	static final String MAX_IGNORES = "timerscope.junit.max-ignores";

	static final String REPORT = "timerscope.junit.report";

	static final String AGENT = "timerscope.junit.agent";

	private static final int DEFAULT_MAX_IGNORES = 5;

	private static final List<String> BUILD_DIRECTORIES = List.of("target", "build");

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

	boolean wantsAgent() {
		return flag(AGENT, false);
	}

	int maxIgnores() {
		String text = this.parameters.apply(MAX_IGNORES).orElse("" + DEFAULT_MAX_IGNORES).strip();
		if (!text.matches("\\d{1,6}")) {
			throw new IllegalArgumentException(MAX_IGNORES + " takes a number, zero or more, but is '" + text + "'");
		}
		return Integer.parseInt(text);
	}

	/** Where the report goes; by default below the build's own directory. */
	Optional<Path> report() {
		return this.parameters.apply(REPORT)
			.map(Path::of)
			.or(() -> BUILD_DIRECTORIES.stream()
				.map(Path::of)
				.filter(Files::isDirectory)
				.findFirst()
				.map((build) -> build.resolve("timerscope-junit")));
	}

	private boolean flag(String name, boolean fallback) {
		String text = this.parameters.apply(name).orElse(Boolean.toString(fallback)).strip();
		if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
			throw new IllegalArgumentException(name + " takes true or false, but is '" + text + "'");
		}
		return Boolean.parseBoolean(text);
	}

}
