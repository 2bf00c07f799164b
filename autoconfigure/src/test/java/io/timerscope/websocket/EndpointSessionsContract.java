package io.timerscope.websocket;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;

import com.acme.endpoints.EndpointApplication;
import com.acme.endpoints.Heartbeats;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of Jakarta WebSocket on every server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EndpointSessionsContract {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ChatServer.Container container;

	private ChatServer server;

	EndpointSessionsContract(ChatServer.Container container) {
		this.container = container;
	}

	@BeforeAll
	void start() {
		this.server = new ChatServer(EndpointApplication.class, this.container);
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aHeartbeatThatOutlivesItsSessionIsALeak(boolean politely) {
		int before = tasks(TaskQuery.States.LEAKED, "/endpoints/leaky").size();
		WebSocket socket = this.server.connect("/endpoints/leaky");
		awaitSize(TaskQuery.States.LIVE, "/endpoints/leaky", before + 1);
		assertThat(tasks(TaskQuery.States.OUTLIVED, "/endpoints/leaky")).hasSize(before);
		leave(socket, politely);
		awaitSize(TaskQuery.States.LEAKED, "/endpoints/leaky", before + 1);
		TaskSnapshot leak = tasks(TaskQuery.States.LEAKED, "/endpoints/leaky").get(before);
		assertThat(leak.site().toString()).startsWith("com.acme.endpoints.Heartbeats.begin(");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aHeartbeatThatEndsWithItsSessionIsNone(boolean politely) {
		int before = tasks(TaskQuery.States.ENDED, "/endpoints/careful").size();
		WebSocket socket = this.server.connect("/endpoints/careful");
		awaitSize(TaskQuery.States.LIVE, "/endpoints/careful", 1);
		leave(socket, politely);
		awaitSize(TaskQuery.States.LIVE, "/endpoints/careful", 0);
		awaitSize(TaskQuery.States.ENDED, "/endpoints/careful", before + 1);
	}

	@Test
	void anEndpointStaysAsItIs() throws InterruptedException {
		List<String> told = talk(this.server);
		try (ChatServer untouched = new ChatServer(EndpointApplication.class, this.container,
				"timerscope.sessions.enabled=false")) {
			assertThat(told).isEqualTo(talk(untouched));
		}
		assertThat(told).startsWith("RoomEndpoint doors RoomEndpoint blue true", "hello", "failed: fail")
			.last()
			.asString()
			.startsWith("closed 1");
	}

	/** Whether a container goes on after a failure is its own choice. */
	private static List<String> talk(ChatServer server) throws InterruptedException {
		List<String> told = server.bean(Heartbeats.class).told();
		told.clear();
		Conversation conversation = new Conversation();
		WebSocket socket = server.connect("/rooms/blue", conversation, "chess", "chat");
		assertThat(socket.getSubprotocol()).isEqualTo("chat");
		assertThat(say(socket, conversation, "hello")).isEqualTo("<blue hello>");
		socket.sendText("fail", true).join();
		Awaitility.await().atMost(PATIENCE).until(() -> told.contains("failed: fail"));
		leave(socket, true);
		Awaitility.await().atMost(PATIENCE).until(() -> told.stream().anyMatch((it) -> it.startsWith("closed")));
		return List.copyOf(told);
	}

	@Test
	void whatAMessageOrAnErrorBeganBelongsToItsSessionAlthoughOneBeanServesAll() throws InterruptedException {
		Conversation conversation = new Conversation();
		WebSocket red = this.server.connect("/rooms/red", conversation);
		WebSocket green = this.server.connect("/rooms/green");
		say(red, conversation, "remind");
		green.sendText("fail", true).join();
		awaitSize(TaskQuery.States.LIVE, "/rooms/red", 1);
		awaitSome(TaskQuery.States.LIVE, "/rooms/green");
		leave(red, true);
		awaitSize(TaskQuery.States.OUTLIVED, "/rooms/red", 1);
		leave(green, true);
		awaitSome(TaskQuery.States.OUTLIVED, "/rooms/green");
	}

	@Test
	void aScopeEndsWithTheSession() throws InterruptedException {
		Conversation conversation = new Conversation();
		WebSocket socket = this.server.connect("/rooms/scoped", conversation);
		say(socket, conversation, "scope");
		awaitSize(TaskQuery.States.LIVE, "/rooms/scoped", 1);
		leave(socket, true);
		awaitSize(TaskQuery.States.LIVE, "/rooms/scoped", 0);
		assertThat(this.server.ledger().trackingErrors()).isZero();
	}

	@Test
	void anEndpointThatCannotBeFollowedWorksAndIsNamed() throws InterruptedException {
		Conversation conversation = new Conversation();
		WebSocket socket = this.server.connect("/endpoints/final", conversation);
		assertThat(say(socket, conversation, "hello")).isEqualTo("hello");
		assertThat(tasks(TaskQuery.States.LIVE, "/endpoints/final")).isEmpty();
		assertThat(this.server.ledger().attribution().gaps()).singleElement()
			.isEqualTo(
					"what a session of com.acme.endpoints.FinalEndpoint schedules is not its own, since the class is "
							+ "final");
		leave(socket, true);
	}

	@Test
	void aProgrammaticEndpointIsFollowedToo() throws InterruptedException {
		Conversation conversation = new Conversation();
		WebSocket socket = this.server.connect("/endpoints/programmatic", conversation);
		assertThat(say(socket, conversation, "hello")).isEqualTo("hello");
		awaitSize(TaskQuery.States.LIVE, "/endpoints/programmatic", 1);
		leave(socket, true);
		awaitSize(TaskQuery.States.OUTLIVED, "/endpoints/programmatic", 2);
	}

	private static String say(WebSocket socket, Conversation conversation, String text) throws InterruptedException {
		socket.sendText(text, true).join();
		return conversation.next();
	}

	/** The server may have been the first to leave. */
	private static void leave(WebSocket socket, boolean politely) {
		if (politely) {
			socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").exceptionally((ex) -> socket).join();
		}
		else {
			socket.abort();
		}
	}

	private void awaitSome(TaskQuery.States states, String owner) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(tasks(states, owner)).isNotEmpty());
	}

	private void awaitSize(TaskQuery.States states, String owner, int size) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(tasks(states, owner)).hasSize(size));
	}

	private List<TaskSnapshot> tasks(TaskQuery.States states, String owner) {
		return this.server.tasks(states, owner);
	}

}
