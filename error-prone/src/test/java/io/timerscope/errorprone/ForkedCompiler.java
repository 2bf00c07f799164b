package io.timerscope.errorprone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The compiler of a JDK in a process of its own, with the checks as this module built
 * them and the Error Prone that suits the JDK.
 *
 * @param home the JDK
 * @param release its feature release
 */
record ForkedCompiler(Path home, int release) {

	private static final Pattern FINDING = Pattern
		.compile("(?:^|[/\\\\])([\\w.-]+\\.java):(\\d+): (?:(warning|error|Note): )?\\[(\\w+)]");

	private static final List<String> EXPORTED = List.of("api", "file", "main", "model", "parser", "processing", "tree",
			"util");

	/** The running JDK and its neighbours, one for each release. */
	static List<ForkedCompiler> present() throws IOException {
		Path running = Path.of(System.getProperty("java.home")).toRealPath();
		List<ForkedCompiler> found = new ArrayList<>();
		found.add(new ForkedCompiler(running, Runtime.version().feature()));
		try (Stream<Path> neighbours = Files.list(running.getParent())) {
			for (Path home : neighbours.sorted().toList()) {
				releaseOf(home).filter((release) -> found.stream().noneMatch((other) -> other.release() == release))
					.ifPresent((release) -> found.add(new ForkedCompiler(home, release)));
			}
		}
		return found.stream().filter((compiler) -> compiler.release() == 17 || compiler.release() >= 21).toList();
	}

	List<Report> compile(Collection<Path> sources, Path output, String... options)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(this.home.resolve("bin").resolve("javac").toString());
		EXPORTED.forEach(
				(name) -> command.add("-J--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED"));
		List.of("code", "comp")
			.forEach((name) -> command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED"));
		command.addAll(List.of("-J-Duser.language=en", "-J-XX:TieredStopAtLevel=1", "-proc:none",
				"-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-Xmaxwarns", "10000",
				"-XDaddTypeAnnotationsToSymbol=true", "-d", output.toString()));
		command.addAll(List.of("-processorpath", processorPath(), "-cp", classPath()));
		command.add("-Xplugin:ErrorProne -XepDisableAllChecks " + Checks.switches());
		command.addAll(List.of(options));
		sources.forEach((source) -> command.add(source.toString()));
		Path log = output.resolve("javac.log");
		int exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
		List<String> lines = Files.readAllLines(log);
		if (exit != 0) {
			throw new IllegalStateException("javac " + this.release + " failed:\n" + String.join("\n", lines));
		}
		return lines.stream().map(ForkedCompiler::read).flatMap(Optional::stream).toList();
	}

	private static Optional<Report> read(String line) {
		Matcher finding = FINDING.matcher(line);
		return finding.find() ? Optional.of(new Report(finding.group(1), Integer.parseInt(finding.group(2)),
				finding.group(4), !"Note".equals(finding.group(3)))) : Optional.empty();
	}

	/** Surefire may run with a jar that only names the class path. */
	private static String classPath() {
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}

	/** On JDK 17 what the tests run with, on a newer one the newest. */
	private String processorPath() throws IOException {
		if (this.release < 21) {
			return classPath();
		}
		try (Stream<Path> jars = Files.list(Path.of("target", "error-prone-current"))) {
			return Stream.concat(Stream.of(Path.of("target", "classes")), jars.sorted())
				.map((path) -> path.toAbsolutePath().toString())
				.collect(Collectors.joining(File.pathSeparator));
		}
	}

	private static Optional<Integer> releaseOf(Path home) throws IOException {
		Path file = home.resolve("release");
		if (!Files.isExecutable(home.resolve("bin").resolve("javac")) || !Files.isReadable(file)) {
			return Optional.empty();
		}
		return Files.readAllLines(file)
			.stream()
			.filter((line) -> line.startsWith("JAVA_VERSION="))
			.map((line) -> Integer.valueOf(line.replaceAll("[^\"]*\"(\\d+).*", "$1")))
			.findFirst();
	}

}
