package io.timerscope.compatibility;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;

/** An application in a JVM of its own. */
final class RunningApplication implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("(?:Tomcat|Jetty|Netty) started on port(?:s|\\(s\\):)? (\\d+)");

	private final Process process;

	private final Path log;

	private final String lastWord;

	private RunningApplication(Process process, Path log, String lastWord) {
		this.process = process;
		this.log = log;
		this.lastWord = lastWord;
	}

	/**
	 * Starts, and waits until the application is ready or has ended.
	 * @param name of the file that the output is written to
	 * @param jdk the home of the JDK
	 * @param classPath the libraries; the application's own classes come first
	 * @param main the main class
	 * @param arguments properties, as {@code --name=value}
	 */
	static RunningApplication start(String name, Path jdk, List<Path> classPath, String main, List<String> arguments)
			throws IOException {
		List<Path> whole = new ArrayList<>(List.of(BuildSettings.target().resolve("test-classes")));
		whole.addAll(classPath);
		List<String> command = new ArrayList<>(
				List.of(jdk.resolve("bin").resolve("java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
						whole.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)), main));
		command.addAll(arguments);
		Path log = Files.createDirectories(BuildSettings.target().resolve("logs")).resolve(name + ".log");
		RunningApplication running = new RunningApplication(
				new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(), log,
				main.endsWith("RunSamples") ? "test: all over" : "shop: ready");
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(100))
			.until(() -> running.isReady() || !running.process.isAlive());
		return running;
	}

	String output() throws IOException {
		return Files.readString(this.log);
	}

	boolean isReady() throws IOException {
		return output().contains(this.lastWord);
	}

	/** What the application says about itself. */
	String fact(String name) throws IOException {
		return output().lines()
			.filter((line) -> line.startsWith("shop: " + name + " "))
			.map((line) -> line.substring(name.length() + 7))
			.findFirst()
			.orElse("");
	}

	/** The ports in the order in which they were opened. */
	List<Integer> ports() throws IOException {
		return PORT.matcher(output()).results().map((MatchResult it) -> Integer.valueOf(it.group(1))).toList();
	}

	/** Ends it as an operator does, and waits. */
	void stop() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
			throw new IllegalStateException("the application did not end within 30 s, see " + this.log);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
