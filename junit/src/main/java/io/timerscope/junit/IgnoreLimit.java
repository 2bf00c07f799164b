package io.timerscope.junit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The gate for CI: the list of ignores may not grow without notice. The test that brings
 * the one too many fails.
 */
final class IgnoreLimit {

	private IgnoreLimit() {
	}

	static void check(List<IgnoredLeaks.Entry> ignored, int limit) {
		if (ignored.size() > limit) {
			throw new AssertionError(ignored.size() + " ignores of timer leaks are in use, but " + Settings.MAX_IGNORES
					+ " is " + limit + ". Mend one of these leaks, or raise the limit on purpose:\n"
					+ ignored.stream()
						.map((entry) -> "  " + entry.option() + ": " + entry.reason())
						.collect(Collectors.joining("\n")));
		}
	}

}
