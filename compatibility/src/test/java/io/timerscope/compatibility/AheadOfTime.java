package io.timerscope.compatibility;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spring Boot's processing ahead of time, as its build plugins do it. */
final class AheadOfTime {

	private AheadOfTime() {
	}

	/** The directories that come in front of the class path. */
	static List<Path> process(String name, Path jdk, String main, List<Path> libraries) throws Exception {
		Path output = BuildSettings.target().resolve("aot").resolve(name);
		Path classes = Files.createDirectories(output.resolve("classes"));
		Path sources = output.resolve("sources");
		Path resources = Files.createDirectories(output.resolve("resources"));
		String classPath = Stream
			.concat(Stream.of(classes, BuildSettings.target().resolve("test-classes")), libraries.stream())
			.map(Path::toString)
			.collect(Collectors.joining(File.pathSeparator));
		run(output.resolve("process.log"),
				List.of(jdk.resolve("bin").resolve("java").toString(), "-cp", classPath,
						"org.springframework.boot.SpringApplicationAotProcessor", main, sources.toString(),
						resources.toString(), classes.toString(), "com.acme", "shop", "--server.port=0"));
		List<String> compiler = new ArrayList<>(List.of(jdk.resolve("bin").resolve("javac").toString(), "-nowarn",
				"-proc:none", "-classpath", classPath, "-d", classes.toString()));
		try (Stream<Path> files = Files.walk(sources)) {
			files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(compiler::add);
		}
		run(output.resolve("compile.log"), compiler);
		return List.of(classes, resources);
	}

	private static void run(Path log, List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		if (process.waitFor() != 0) {
			throw new IllegalStateException(Files.readString(log));
		}
	}

}
