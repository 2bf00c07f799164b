package io.timerscope.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.timerscope.OwnerKind;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestPolicyTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Test
	void theEndOfARequestCancelsItsTasksWhereThePolicySaysSo() {
		try (RequestServer server = new RequestServer(RequestServer.Container.TOMCAT,
				"timerscope.requests.on-end=cancel", "timerscope.rules[0].site=com.acme.requests.CartController#feed",
				"timerscope.rules[0].on-owner-end=report", "management.endpoints.web.exposure.include=timers")) {
			server.get("/plain/1?careful=false").join();
			server.get("/events/2?careful=false&count=1").join();
			Awaitility.await().atMost(PATIENCE).until(() -> server.outlived("GET /events/{id}").size() == 1);
			assertThat(server.live("GET /plain/{id}")).isEmpty();
			assertThat(server.ledger().cancelledWithOwner(OwnerKind.REQUEST)).isOne();
			assertThat(server.get("/actuator/timers").join().body()).contains("\"cancelledWithOwner\":{\"request\":1}",
					"\"attribution\":{\"complete\":true}");
			assertThat(server.get("/actuator/timers?format=text").join().body())
				.contains("# cancelled with their owner: request 1");
			assertThat(server.ended("GET /plain/{id}")).hasSize(1).allSatisfy((task) -> {
				assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
				assertThat(task.endedAt()).isAfterOrEqualTo(task.owner().endedAt());
			});
		}
	}

	@ParameterizedTest
	@EnumSource(RequestServer.Container.class)
	void aRequestEndsOnceAfterItsErrorPage(RequestServer.Container container) {
		Map<String, String> failures = Map.of("/failing/1?careful=false", "GET /failing/{id}",
				"/sending/2?careful=false", "GET /sending/{id}", "/broken/3?careful=false", "GET /broken/{id}",
				"/deferred/4?careful=false&timeout=100", "GET /deferred/{id}");
		try (RequestServer server = new RequestServer(container, "timerscope.requests.on-end=cancel")) {
			failures.forEach((path, owner) -> {
				List<TaskSnapshot> duringThePage = new CopyOnWriteArrayList<>();
				server.errorPage().watch(() -> duringThePage.addAll(server.live(owner)));
				server.get(path).join();
				assertThat(duringThePage).as(path)
					.hasSize(1)
					.allSatisfy((task) -> assertThat(task.owner().endedAt()).isNull());
				Awaitility.await().atMost(PATIENCE).until(() -> server.live(owner).isEmpty());
				assertThat(server.ended(owner)).extracting(TaskSnapshot::state).contains(TaskState.CANCELLED);
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
			assertThat(server.outlived("GET /plain/{id}")).as("a fact, and no leak")
				.hasSize(1)
				.allMatch((task) -> task.leak() == null);
		}
	}

}
