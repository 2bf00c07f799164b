package io.timerscope.websocket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;

import com.acme.sockets.ChatApplication;
import io.timerscope.OwnerKind;
import io.timerscope.TaskLedger;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionOwnersTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final HttpClient http = HttpClient.newHttpClient();

	private ConfigurableApplicationContext context;

	@BeforeAll
	void start() {
		this.context = new SpringApplicationBuilder(ChatApplication.class).web(WebApplicationType.SERVLET)
			.properties("server.port=0", "spring.main.banner-mode=off", "logging.level.root=warn",
					"timerscope.sessions.grace=0s",
					"spring.autoconfigure.exclude=org.springframework.boot.tomcat.autoconfigure.servlet."
							+ "TomcatServletWebServerAutoConfiguration")
			.run();
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@Test
	void aHeartbeatThatOutlivesItsSessionIsALeak() {
		WebSocket socket = connect("/plain/leaky");
		awaitSize(TaskQuery.States.LIVE, "/plain/leaky", 1);
		assertThat(tasks(TaskQuery.States.LEAKED, "/plain/leaky")).isEmpty();
		socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
		awaitSize(TaskQuery.States.LEAKED, "/plain/leaky", 1);
		assertThat(tasks(TaskQuery.States.LEAKED, "/plain/leaky").get(0).leak().reason().label())
			.isEqualTo("outlived-session");
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
		assertThat(tasks(TaskQuery.States.LEAKED, "/chat")).isEmpty();
		socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
		awaitSize(TaskQuery.States.LIVE, "/chat", 1);
		awaitSize(TaskQuery.States.LEAKED, "/chat", 1);
		assertThat(tasks(TaskQuery.States.LEAKED, "/chat").get(0).name()).startsWith("Chat.");
	}

	@Test
	void theBrokersOwnTasksBelongToNoSession() {
		assertThat(this.context.getBean(TaskLedger.class).trackingErrors()).isZero();
		assertThat(tasks(TaskQuery.States.LIVE, null))
			.allSatisfy((task) -> assertThat(task.site().className()).startsWith("com.acme.sockets."));
	}

	private WebSocket connect(String path) {
		String port = this.context.getEnvironment().getRequiredProperty("local.server.port");
		return this.http.newWebSocketBuilder()
			.buildAsync(URI.create("ws://localhost:" + port + path), new WebSocket.Listener() {
			})
			.join();
	}

	private static void send(WebSocket socket, String frame) {
		socket.sendText(frame + "\0", true).join();
	}

	private void awaitSize(TaskQuery.States states, String owner, int size) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(tasks(states, owner)).hasSize(size));
	}

	private List<TaskSnapshot> tasks(TaskQuery.States states, String owner) {
		TaskQuery query = new TaskQuery(states, null, OwnerKind.SESSION, owner, null, 100, 0);
		return this.context.getBean(TaskLedger.class).read().snapshot(query).page().tasks();
	}

}
