package io.timerscope.junit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ignores of this run, and how many leaks each left out. Written by all tests.
 */
final class IgnoredLeaks {

	private final Map<String, Entry> entries = new TreeMap<>();

	/**
	 * Notes an ignore, whether or not it ever matches.
	 * @param option the ignore
	 * @return whether it is new
	 */
	synchronized boolean declare(LeakOption.Ignore option) {
		return this.entries.putIfAbsent(key(option), new Entry(option.toString(), reason(option), 0)) == null;
	}

	synchronized void matched(LeakOption.Ignore option, int leaks) {
		declare(option);
		this.entries.computeIfPresent(key(option),
				(key, entry) -> new Entry(entry.option(), entry.reason(), entry.leaks() + leaks));
	}

	synchronized List<Entry> list() {
		return List.copyOf(this.entries.values());
	}

	private static String key(LeakOption.Ignore option) {
		return option + " " + reason(option);
	}

	private static String reason(LeakOption.Ignore option) {
		return (option.reason() == null) ? "no reason given" : option.reason();
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
