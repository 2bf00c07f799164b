package io.timerscope.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients that ask for everything at once; some of them reset the connection. */
final class RequestStorm {

	private static final int AT_ONCE = 100;

	private static final int KINDS = 10;

	/** Tomcat looks for timeouts once a second. */
	private static final int TIMEOUT_EVERY = 200;

	private final RequestServer server;

	private final boolean careful;

	RequestStorm(RequestServer server, boolean careful) {
		this.server = server;
		this.careful = careful;
	}

	/** Returns how many were answered with a whole response, once all are through. */
	int send(int requests) {
		AtomicInteger next = new AtomicInteger();
		AtomicInteger answered = new AtomicInteger();
		ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
		for (int client = 0; client < AT_ONCE; client++) {
			clients.execute(() -> {
				for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
					if (one(i)) {
						answered.incrementAndGet();
					}
				}
			});
		}
		clients.shutdown();
		try {
			assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return answered.get();
	}

	private boolean one(int i) {
		return switch (i % KINDS) {
			case 0 -> get("/callable/" + i + "?");
			case 1 -> get("/events/" + i + "?count=1&");
			case 2 -> get("/stream/" + i + "?");
			case 3 -> get("/failing/" + i + "?");
			case 4 -> get("/raw/" + i + "?");
			case 5 -> answered(i);
			case 6 -> get((i % TIMEOUT_EVERY == 6) ? "/deferred/" + i + "?timeout=300&" : "/sending/" + i + "?");
			case 7 -> get("/badcallable/" + i + "?");
			case 8 -> abort("/events/" + i + "?timeout=300&", (i / KINDS) % 3 * 64);
			default -> get("/plain/" + i + "?");
		};
	}

	private boolean get(String path) {
		try (Socket socket = request(path)) {
			return status(socket.getInputStream().readAllBytes()) > 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private boolean answered(int i) {
		try (Socket socket = request("/deferred/" + i + "?")) {
			while (!this.server.carts().answer(String.valueOf(i))) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
			}
			return status(socket.getInputStream().readAllBytes()) == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Reads some bytes of the answer, or none, and resets the connection. */
	private boolean abort(String path, int bytes) {
		try (Socket socket = request(path)) {
			socket.getInputStream().readNBytes(bytes);
			socket.setSoLinger(true, 0);
		}
		catch (IOException ex) {
			// the server was first
		}
		return false;
	}

	private Socket request(String path) throws IOException {
		Socket socket = new Socket("localhost", this.server.port());
		socket.setSoTimeout(30_000);
		OutputStream out = socket.getOutputStream();
		out.write(("GET " + path + "careful=" + this.careful
				+ " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private static int status(byte[] answer) {
		String line = new String(answer, 0, Math.min(answer.length, 12), StandardCharsets.US_ASCII);
		return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9)) : -1;
	}

}
