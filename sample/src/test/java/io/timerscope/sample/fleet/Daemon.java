package io.timerscope.sample.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A program that listens on a port of loopback until it is closed. */
final class Daemon implements AutoCloseable {

	private final int port;

	private final Process process;

	private Daemon(int port, Process process) {
		this.port = port;
		this.process = process;
	}

	/**
	 * Starts a program.
	 * @param folder gets what it prints
	 * @param name of the file with that
	 * @param command the command for a port
	 */
	static Daemon start(Path folder, String name, IntFunction<List<String>> command) throws IOException {
		int port = freePort();
		return new Daemon(port,
				new ProcessBuilder(command.apply(port)).directory(folder.toFile())
					.redirectErrorStream(true)
					.redirectOutput(folder.resolve(name + ".out").toFile())
					.start());
	}

	int port() {
		return this.port;
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
			this.process.destroyForcibly().waitFor();
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
