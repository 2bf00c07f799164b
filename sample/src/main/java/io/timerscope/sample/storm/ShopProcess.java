package io.timerscope.sample.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shop in a JVM of its own, on a free port. */
final class ShopProcess implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final int TENTHS_TO_START = 1_200;

	private final Process process;

	private final Path log;

	private final int port;

	/**
	 * Starts it and waits until it serves.
	 * @param launch {@code -jar} and the jar, or {@code -cp}, a class path and the class
	 */
	ShopProcess(List<String> launch, Scene scene, Weather weather) throws IOException, InterruptedException {
		this.log = Files.createTempFile("storm", ".log");
		List<String> command = new ArrayList<>();
		command.add(tool("java"));
		command.add("-Xmx" + weather.heapMegabytes() + "m");
		command.addAll(launch);
		command.add("--server.port=0");
		command.addAll(scene.options());
		this.process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(this.log.toFile()).start();
		Process shop = this.process;
		Runtime.getRuntime().addShutdownHook(new Thread(shop::destroyForcibly));
		try {
			this.port = awaitStart();
		}
		catch (IOException | InterruptedException | RuntimeException ex) {
			close();
			throw ex;
		}
	}

	static String tool(String name) {
		return Path.of(System.getProperty("java.home"), "bin", name).toString();
	}

	private int awaitStart() throws IOException, InterruptedException {
		for (int i = 0; i < TENTHS_TO_START && this.process.isAlive(); i++) {
			String log = Files.readString(this.log);
			Matcher port = PORT.matcher(log);
			if (log.contains("Started SampleApplication") && port.find()) {
				return Integer.parseInt(port.group(1));
			}
			TimeUnit.MILLISECONDS.sleep(100);
		}
		throw new IllegalStateException("the shop did not start:\n" + Files.readString(this.log));
	}

	int port() {
		return this.port;
	}

	long pid() {
		return this.process.pid();
	}

	@Override
	public void close() throws IOException {
		this.process.destroyForcibly().onExit().join();
		Files.deleteIfExists(this.log);
	}

}
