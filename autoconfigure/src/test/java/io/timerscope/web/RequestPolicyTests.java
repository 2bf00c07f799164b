package io.timerscope.web;

import java.time.Duration;

import io.timerscope.OwnerKind;
import io.timerscope.TaskState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestPolicyTests {

	@Test
	void theEndOfARequestCancelsItsTasksWhereThePolicySaysSo() {
		try (RequestServer server = new RequestServer(RequestServer.Container.TOMCAT,
				"timerscope.requests.on-end=cancel", "timerscope.rules[0].site=com.acme.requests.CartController#events",
				"timerscope.rules[0].on-owner-end=report")) {
			server.get("/plain/1?careful=false").join();
			server.get("/events/2?careful=false&count=1").join();
			Awaitility.await()
				.atMost(Duration.ofSeconds(15))
				.until(() -> server.leaked("GET /events/{id}").size() == 1);
			assertThat(server.live("GET /plain/{id}")).isEmpty();
			assertThat(server.ledger().cancelledWithOwner(OwnerKind.REQUEST)).isOne();
			assertThat(server.ended("GET /plain/{id}")).hasSize(1).allSatisfy((task) -> {
				assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
				assertThat(task.endedAt()).isAfterOrEqualTo(task.owner().endedAt());
			});
		}
	}

	@Test
	void whatIsIgnoredIsNoLeak() {
		try (RequestServer server = new RequestServer(RequestServer.Container.TOMCAT,
				"timerscope.ignore=com.acme.requests.**")) {
			server.get("/plain/1?careful=false").join();
			server.get("/nowhere?early=yes").join();
			assertThat(server.live("GET /plain/{id}")).hasSize(1);
			assertThat(server.leaked("GET /plain/{id}")).isEmpty();
		}
	}

}
