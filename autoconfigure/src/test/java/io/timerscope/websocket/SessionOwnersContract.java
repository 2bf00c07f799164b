package io.timerscope.websocket;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;

import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds on every server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SessionOwnersContract {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ChatServer.Container container;

	private ChatServer server;

	SessionOwnersContract(ChatServer.Container container) {
		this.container = container;
	}

	@BeforeAll
	void start() {
		this.server = new ChatServer(this.container);
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@ParameterizedTest
	@CsvSource({ "/plain/leaky, /plain/leaky", "/decorated/leaky, /decorated/leaky", "/mapped/leaky, /mapped/leaky",
			"/named/leaky, /named/leaky", "/fallback/leaky/000/abcdefgh/websocket, /fallback/leaky",
			"/fallback/leaky/websocket, /fallback/leaky/websocket" })
	void aHeartbeatThatOutlivesItsSessionIsALeak(String path, String owner) {
		int before = tasks(TaskQuery.States.LEAKED, owner).size();
		WebSocket socket = connect(path);
		awaitSize(TaskQuery.States.LIVE, owner, before + 1);
		assertThat(tasks(TaskQuery.States.LEAKED, owner)).hasSize(before);
		socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
		awaitSize(TaskQuery.States.LEAKED, owner, before + 1);
		assertThat(tasks(TaskQuery.States.LEAKED, owner).get(0).leak())
			.extracting((leak) -> leak.reason().label(), (leak) -> leak.witness().label())
			.containsExactly("outlived-session", "stale");
	}

	@Test
	void aConnectionThatIsLostEndsTheSession() {
		int before = tasks(TaskQuery.States.LEAKED, "/plain/leaky").size();
		WebSocket socket = connect("/plain/leaky");
		awaitSize(TaskQuery.States.LIVE, "/plain/leaky", before + 1);
		socket.abort();
		awaitSize(TaskQuery.States.LEAKED, "/plain/leaky", before + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plain/careful", "/plain/scoped" })
	void aHeartbeatThatEndsWithItsSessionIsNone(String path) {
		WebSocket socket = connect(path);
		awaitSize(TaskQuery.States.LIVE, path, 1);
		socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
		awaitSize(TaskQuery.States.LIVE, path, 0);
		awaitSize(TaskQuery.States.ENDED, path, 1);
	}

	@Test
	void whatAStompMessageBeganBelongsToTheSession() {
		WebSocket socket = connect("/chat");
		send(socket, "CONNECT\naccept-version:1.2\nhost:localhost\n\n");
		send(socket, "SEND\ndestination:/app/careful\n\n");
		awaitSize(TaskQuery.States.LIVE, "/chat", 1);
		send(socket, "SEND\ndestination:/app/leaky\n\n");
		awaitSize(TaskQuery.States.LIVE, "/chat", 2);
		assertThat(tasks(TaskQuery.States.OUTLIVED, "/chat")).isEmpty();
		socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
		awaitSize(TaskQuery.States.LIVE, "/chat", 1);
		awaitSize(TaskQuery.States.OUTLIVED, "/chat", 1);
		assertThat(tasks(TaskQuery.States.LEAKED, "/chat")).isEmpty();
		assertThat(tasks(TaskQuery.States.OUTLIVED, "/chat").get(0).name()).startsWith("Chat.");
	}

	@Test
	void theBrokersOwnTasksBelongToNoSession() {
		assertThat(this.server.ledger().trackingErrors()).isZero();
		assertThat(tasks(TaskQuery.States.LIVE, null))
			.allSatisfy((task) -> assertThat(task.site().className()).startsWith("com.acme.sockets."));
	}

	private WebSocket connect(String path) {
		return this.server.connect(path);
	}

	private static void send(WebSocket socket, String frame) {
		ChatServer.send(socket, frame);
	}

	private void awaitSize(TaskQuery.States states, String owner, int size) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(tasks(states, owner)).hasSize(size));
	}

	private List<TaskSnapshot> tasks(TaskQuery.States states, String owner) {
		return this.server.tasks(states, owner);
	}

}
