package io.timerscope.web;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What is on the heap after a garbage collection.
 *
 * @param counts instances by class
 * @param bytes of all together
 */
record Histogram(Map<String, Long> counts, long bytes) {

	static Histogram ofLiveObjects() {
		Map<String, Long> counts = new HashMap<>();
		long bytes = 0;
		for (String line : histogram().lines().toList()) {
			String[] words = line.strip().split("\\s+", -1);
			if (words[0].equals("Total")) {
				bytes = Long.parseLong(words[2]);
			}
			else if (words.length >= 4 && words[0].endsWith(":")) {
				counts.merge(words[3], Long.valueOf(words[1]), Long::sum);
			}
		}
		return new Histogram(counts, bytes);
	}

	long count(String className) {
		return this.counts.getOrDefault(className, 0L);
	}

	private static String histogram() {
		try {
			return (String) ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
						new Object[] { new String[0] }, new String[] { String[].class.getName() });
		}
		catch (JMException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
