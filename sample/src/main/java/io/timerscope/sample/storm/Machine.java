package io.timerscope.sample.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** On what the storm blew. */
final class Machine {

	private static final double KILOBYTES_PER_GIGABYTE = 1 << 20;

	private Machine() {
	}

	static String describe() {
		String processor = first("/proc/cpuinfo", "model name");
		String memory = first("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
		return Runtime.getRuntime().availableProcessors() + " processors"
				+ (processor.isEmpty() ? "" : " (" + processor + ")")
				+ (memory.isEmpty() ? ""
						: String.format(Locale.ROOT, ", %.0f GB", Long.parseLong(memory) / KILOBYTES_PER_GIGABYTE))
				+ ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
				+ System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
	}

	/** Where the system does not say, nothing is said. */
	private static String first(String file, String key) {
		try {
			return Files.readAllLines(Path.of(file))
				.stream()
				.filter((line) -> line.startsWith(key))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse("");
		}
		catch (IOException ex) {
			return "";
		}
	}

}
