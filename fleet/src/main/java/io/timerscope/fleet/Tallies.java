package io.timerscope.fleet;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Things that are wrong, merged by fingerprint; those of old versions by class and
 * method, once all have answered.
 */
final class Tallies {

	private final Map<String, LineTally> byFingerprint = new LinkedHashMap<>();

	private final Map<String, String> fingerprints = new LinkedHashMap<>();

	private final Map<String, LineTally> byText = new LinkedHashMap<>();

	/**
	 * Adds what one instance says.
	 * @param instance its name
	 * @param count how many tasks
	 * @param text names the thing without a fingerprint
	 * @param what the thing
	 */
	void add(String instance, long count, String text, LineTally.What what) {
		String fingerprint = what.fingerprint();
		if (fingerprint == null) {
			tally(this.byText, text, text).add(instance, count, what);
		}
		else {
			this.fingerprints.putIfAbsent(text, fingerprint);
			tally(this.byFingerprint, fingerprint, text).add(instance, count, what);
		}
	}

	/** Names a line that leaks without a fingerprint. */
	static String leak(String site) {
		return Code.key(site);
	}

	/** Names another finding without a fingerprint. */
	static String problem(String kind, String subject, @Nullable String scheduler) {
		return kind + " " + Code.key(subject) + " " + scheduler;
	}

	Collection<LineTally> merged() {
		Map<String, LineTally> merged = new LinkedHashMap<>(this.byFingerprint);
		this.byText.forEach((text, old) -> {
			LineTally known = tallyOf(this.fingerprints.get(text));
			if (known != null) {
				known.add(old);
			}
			else {
				merged.put(text, old);
			}
		});
		this.byText.clear();
		return merged.values();
	}

	private @Nullable LineTally tallyOf(@Nullable String fingerprint) {
		return (fingerprint == null) ? null : this.byFingerprint.get(fingerprint);
	}

	private static LineTally tally(Map<String, LineTally> tallies, String key, String text) {
		return tallies.computeIfAbsent(key, (it) -> new LineTally(text));
	}

}
