package io.timerscope.webflux;

import java.net.http.WebSocket;
import java.time.Duration;

import io.timerscope.TaskQuery;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Hooks;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds on every server, however far Reactor's context reaches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WebFluxSessionOwnerContract {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final WebFluxServer.Container container;

	private final String contextPropagation;

	private WebFluxServer server;

	WebFluxSessionOwnerContract(WebFluxServer.Container container, String contextPropagation) {
		this.container = container;
		this.contextPropagation = contextPropagation;
	}

	@BeforeAll
	void start() {
		this.server = new WebFluxServer(this.container, this.contextPropagation);
	}

	@AfterAll
	void stop() {
		this.server.close();
		Hooks.disableAutomaticContextPropagation();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aHeartbeatThatOutlivesItsSessionIsKnown(boolean closed) {
		int before = count(TaskQuery.States.OUTLIVED, "/sockets/leaky");
		WebSocket socket = this.server.connect("/sockets/leaky");
		await(TaskQuery.States.LIVE, "/sockets/leaky", before + 1);
		assertThat(count(TaskQuery.States.OUTLIVED, "/sockets/leaky")).isEqualTo(before);
		if (closed) {
			socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
		}
		else {
			socket.abort();
		}
		await(TaskQuery.States.OUTLIVED, "/sockets/leaky", before + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sockets/careful", "/sockets/scoped" })
	void aHeartbeatThatEndsWithItsSessionIsNone(String path) {
		WebSocket socket = this.server.connect(path);
		await(TaskQuery.States.LIVE, path, 1);
		socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
		await(TaskQuery.States.LIVE, path, 0);
		await(TaskQuery.States.ENDED, path, 1);
	}

	@Test
	void whatAMessageBeganBelongsToTheSession() {
		WebSocket socket = this.server.connect("/sockets/message");
		socket.sendText("one", true).join();
		await(TaskQuery.States.LIVE, "/sockets/message", 1);
		socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
		await(TaskQuery.States.OUTLIVED, "/sockets/message", 1);
		assertThat(this.server.ledger().trackingErrors()).isZero();
	}

	@Test
	void whatTheEndOfASessionBeganBelongsToTheSession() {
		WebSocket socket = this.server.connect("/sockets/closing");
		socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
		await(TaskQuery.States.OUTLIVED, "/sockets/closing", 1);
		assertThat(this.server.ledger().trackingErrors()).isZero();
	}

	final WebFluxServer server() {
		return this.server;
	}

	private int count(TaskQuery.States states, String path) {
		return this.server.ofSessions(states, path).size();
	}

	private void await(TaskQuery.States states, String path, int count) {
		Awaitility.await().atMost(PATIENCE).until(() -> count(states, path) == count);
	}

}
