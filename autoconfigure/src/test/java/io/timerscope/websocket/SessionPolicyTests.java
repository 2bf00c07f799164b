package io.timerscope.websocket;

import java.net.http.WebSocket;
import java.time.Duration;

import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SessionPolicyTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@ParameterizedTest
	@EnumSource(ChatServer.Container.class)
	void theEndOfASessionCancelsItsTasksWhereThePolicySaysSo(ChatServer.Container container) {
		try (ChatServer server = new ChatServer(container, "timerscope.sessions.on-end=cancel")) {
			WebSocket plain = server.connect("/plain/leaky");
			WebSocket stomp = server.connect("/chat");
			ChatServer.send(stomp, "CONNECT\naccept-version:1.2\nhost:localhost\n\n");
			ChatServer.send(stomp, "SEND\ndestination:/app/leaky\n\n");
			Awaitility.await().atMost(PATIENCE).until(() -> server.tasks(TaskQuery.States.LIVE, null).size() == 2);
			plain.abort();
			stomp.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
			Awaitility.await().atMost(PATIENCE).until(() -> server.tasks(TaskQuery.States.LIVE, null).isEmpty());
			assertThat(server.tasks(TaskQuery.States.ENDED, null)).extracting(TaskSnapshot::state)
				.filteredOn(TaskState.CANCELLED::equals)
				.hasSize(2);
			assertThat(server.ledger().cancelledWithOwner(OwnerKind.SESSION)).isEqualTo(2);
		}
	}

}
