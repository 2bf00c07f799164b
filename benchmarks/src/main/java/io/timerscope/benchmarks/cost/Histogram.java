package io.timerscope.benchmarks.cost;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What is on the heap of this JVM, by class. */
final class Histogram {

	private static final Pattern ENTRY = Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)");

	/**
	 * Objects of one class.
	 *
	 * @param instances how many
	 * @param bytes how much they weigh
	 */
	record Entry(long instances, long bytes) {
	}

	private final Map<String, Entry> entries = new HashMap<>();

	private Histogram(String text) {
		Matcher matcher = ENTRY.matcher(text);
		while (matcher.find()) {
			// classes without a name of their own are many of one kind
			String name = matcher.group(3).replaceFirst("(\\$\\$Lambda)[^ ]*", "$1");
			this.entries.merge(name, new Entry(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))),
					(a, b) -> new Entry(a.instances() + b.instances(), a.bytes() + b.bytes()));
		}
	}

	/** Of what can be reached, after a collection. */
	static Histogram live() throws JMException {
		return take();
	}

	/** Of everything, garbage included, without a collection. */
	static Histogram everything() throws JMException {
		return take("-all");
	}

	private static Histogram take(String... arguments) throws JMException {
		MBeanServer server = ManagementFactory.getPlatformMBeanServer();
		return new Histogram((String) server.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"),
				"gcClassHistogram", new Object[] { arguments }, new String[] { String[].class.getName() }));
	}

	Map<String, Entry> entries() {
		return Map.copyOf(this.entries);
	}

}
