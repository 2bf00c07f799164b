package io.timerscope.webflux;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Hooks;

import static org.assertj.core.api.Assertions.assertThat;

/** However and whenever a client goes away, its request ends. */
class ClientsThatLeaveTests {

	private static final int CLIENTS = Integer.getInteger("clients", 200);

	private static final List<String> ROUTES = List.of("never", "events", "plain", "elsewhere");

	@AfterEach
	void switchOff() {
		Hooks.disableAutomaticContextPropagation();
	}

	@ParameterizedTest
	@ValueSource(strings = { "auto", "limited" })
	void everyRequestEnds(String contextPropagation) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try (WebFluxServer server = new WebFluxServer(contextPropagation)) {
			List<Future<?>> clients = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				SplittableRandom chance = new SplittableRandom(i);
				clients.add(threads.submit(() -> {
					comeAndGo(server.port(), chance);
					return null;
				}));
			}
			for (Future<?> client : clients) {
				client.get(1, TimeUnit.MINUTES);
			}
			for (String route : ROUTES) {
				String owner = "GET /" + route + "/{id}";
				Awaitility.await()
					.atMost(Duration.ofSeconds(30))
					.untilAsserted(
							() -> assertThat(server.live(owner)).as(owner).hasSameSizeAs(server.outlived(owner)));
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void comeAndGo(int port, SplittableRandom chance) throws IOException {
		String route = ROUTES.get(chance.nextInt(ROUTES.size()));
		String path = "/" + route + "/1?careful=" + chance.nextBoolean();
		byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
		try (Socket socket = new Socket("localhost", port)) {
			socket.getOutputStream().write(request);
			LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(chance.nextInt(40) * chance.nextInt(1000)));
			switch (chance.nextInt(3)) {
				case 0 -> socket.setSoLinger(true, 0);
				case 1 -> socket.shutdownOutput();
				default -> {
				}
			}
		}
	}

}
