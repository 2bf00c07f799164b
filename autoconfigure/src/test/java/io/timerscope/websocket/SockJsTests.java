package io.timerscope.websocket;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;

import io.timerscope.LeakReason;
import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** SockJS schedules what it needs on the threads of requests. */
class SockJsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final String SOCK_JS = "org.springframework.web.socket.sockjs.";

	@ParameterizedTest
	@EnumSource(ChatServer.Container.class)
	void theCleanUpOfAllSessionsEndsWithNoRequest(ChatServer.Container container) {
		try (ChatServer server = new ChatServer(container, "timerscope.requests.on-end=cancel",
				"timerscope.sessions.on-end=cancel", "timerscope.requests.grace=0s")) {
			for (int round = 0; round < 3; round++) {
				for (int i = 0; i < 5; i++) {
					server.pollOnce("session" + round + i);
				}
				Awaitility.await().atMost(PATIENCE).until(() -> server.sockJsSessions() == 0);
			}
			assertThat(sockJs(server, TaskQuery.States.LIVE)).hasSize(1).allSatisfy((task) -> {
				assertThat(task.site().toString())
					.startsWith(SOCK_JS + "transport.TransportHandlingSockJsService.scheduleSessionTask(");
				assertThat(task.site().isLibrary()).isTrue();
				assertThat(task.owner().kind()).isEqualTo(OwnerKind.APPLICATION);
			});
			assertThat(server.ledger().leaks(LeakReason.OUTLIVED_REQUEST)).isZero();
			assertThat(server.ledger().cancelledWithOwner(OwnerKind.REQUEST)).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(ChatServer.Container.class)
	void heartbeatsAreSockJsOwnBusiness(ChatServer.Container container) {
		try (ChatServer server = new ChatServer(container, "timerscope.requests.grace=0s",
				"logging.level.org.springframework.web.socket.config=info")) {
			WebSocket socket = server.connect("/sock/000/abcdefgh/websocket");
			socket.sendText("[\"CONNECT\\naccept-version:1.2\\nhost:localhost\\n\\n\\u0000\"]", true).join();
			Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> sockJs(server, TaskQuery.States.ENDED).stream()
					.filter((task) -> task.site().className().contains("Session"))
					.count() > 3);
			assertThat(sockJs(server, TaskQuery.States.ENDED)).allSatisfy((task) -> {
				assertThat(task.owner().kind()).isEqualTo(OwnerKind.APPLICATION);
				assertThat(task.site().isLibrary()).isTrue();
			});
			assertThat(all(server, TaskQuery.States.LIVE)).extracting(TaskSnapshot::site)
				.allSatisfy((site) -> assertThat(site.isLibrary()).isTrue())
				.extracting(Site::toString)
				.anyMatch((site) -> site.contains("WebSocketMessageBrokerStats"))
				.noneMatch((site) -> site.contains("unknown") || site.contains("SpringApplication"));
			socket.abort();
		}
	}

	private static List<TaskSnapshot> sockJs(ChatServer server, TaskQuery.States states) {
		return all(server, states).stream().filter((task) -> task.site().className().startsWith(SOCK_JS)).toList();
	}

	private static List<TaskSnapshot> all(ChatServer server, TaskQuery.States states) {
		TaskQuery query = new TaskQuery(states, null, null, null, null, 1000, 0);
		return server.ledger().read().snapshot(query).page().tasks();
	}

}
