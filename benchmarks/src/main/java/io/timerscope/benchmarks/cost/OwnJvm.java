package io.timerscope.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own, so that nothing before has warmed or filled it. */
final class OwnJvm {

	static final List<String> HEAP = List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch");

	/** Starts fast where the numbers mean nothing. */
	private static final List<String> SMALL = List.of("-Xms512m", "-Xmx512m", "-Xmn256m", "-XX:-AlwaysPreTouch",
			"-XX:TieredStopAtLevel=1");

	private OwnJvm() {
	}

	/**
	 * Runs a main class on the class path of this JVM.
	 * @return what it printed, line by line
	 */
	static List<String> run(Scale scale, List<String> options, Class<?> main, String... arguments)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(options);
		if (!scale.real()) {
			command.addAll(SMALL);
		}
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		List<String> lines = process.inputReader().lines().toList();
		if (process.waitFor() != 0) {
			throw new IllegalStateException(
					main.getSimpleName() + " of " + List.of(arguments) + " failed and printed " + lines);
		}
		return lines;
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

}
