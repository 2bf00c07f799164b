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
			throw new AssertionError(
					"This run ignores " + ignored.size() + " kinds of timer leaks, and " + Settings.MAX_IGNORES
							+ " allows " + limit + ". End one of these tasks, or raise the limit on purpose:\n"
							+ ignored.stream()
								.map((entry) -> "  " + entry.option() + ": " + entry.reason())
								.collect(Collectors.joining("\n")));
		}
	}

}
