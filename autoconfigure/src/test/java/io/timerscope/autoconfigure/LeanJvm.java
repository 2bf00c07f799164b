package io.timerscope.autoconfigure;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Applications in a JVM of their own, with few libraries next to ours. */
final class LeanJvm {

	/** Enough for an application that only starts. */
	private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

	/** Nothing but Spring Boot. */
	static final String[] BARE = { "timerscope", "core", "autoconfigure", "spring-boot-[0-9].*",
			"spring-boot-autoconfigure-[0-9].*", "spring-(aop|beans|context|core|expression)-[0-9].*", "jspecify-.*",
			"commons-logging-.*", "slf4j-api-.*", "logback-.*", "micrometer-(commons|observation)-.*" };

	private LeanJvm() {
	}

	/**
	 * Prepares to start an application.
	 * @param main its class
	 * @param arguments its arguments
	 * @param jars patterns of the names of the jars that it has
	 */
	static ProcessBuilder of(Class<?> main, List<String> arguments, String[]... jars) {
		List<String> wanted = Arrays.stream(jars).flatMap(Arrays::stream).toList();
		String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> isOurs(Path.of(entry)) || isWanted(Path.of(entry).getFileName().toString(), wanted))
			.collect(Collectors.joining(File.pathSeparator));
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath,
						FIRST_COMPILER, main.getName()));
		command.addAll(arguments);
		return new ProcessBuilder(command).redirectErrorStream(true);
	}

	private static boolean isOurs(Path entry) {
		return Stream.of("classes", "test-classes").anyMatch(entry::endsWith)
				|| entry.getFileName().toString().startsWith("timerscope-");
	}

	private static boolean isWanted(String jar, List<String> patterns) {
		return patterns.stream().anyMatch(jar::matches);
	}

}
