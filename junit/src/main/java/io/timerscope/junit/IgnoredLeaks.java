package io.timerscope.junit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ignores of this run, and how many leaks each left out. Written by all tests.
 */
final class IgnoredLeaks {

	private final Map<String, Entry> entries = new TreeMap<>();

	/** Notes an ignore, whether or not it ever matches. */
	synchronized void declared(LeakOption.Ignore option) {
		String reason = (option.reason() == null) ? "no reason given" : option.reason();
		this.entries.computeIfAbsent(option + ": " + reason, (key) -> new Entry(option.toString(), reason, 0));
	}

	synchronized void matched(LeakOption.Ignore option, int leaks) {
		declared(option);
		String reason = (option.reason() == null) ? "no reason given" : option.reason();
		this.entries.computeIfPresent(option + ": " + reason,
				(key, entry) -> new Entry(entry.option(), reason, entry.leaks() + leaks));
	}

	synchronized List<Entry> list() {
		return List.copyOf(this.entries.values());
	}

	/**
	 * An ignore.
	 *
	 * @param option as it is written
	 * @param reason why
	 * @param leaks how many it left out
	 */
	record Entry(String option, String reason, int leaks) {
	}

}
