package io.timerscope.web;

import java.time.Duration;
import java.util.List;

import io.timerscope.TaskSnapshot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds on every server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RequestOwnerContract {

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final RequestServer.Container container;

	private RequestServer server;

	RequestOwnerContract(RequestServer.Container container) {
		this.container = container;
	}

	@BeforeAll
	void start() {
		this.server = new RequestServer(this.container);
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@ParameterizedTest
	@CsvSource({ "/plain/1, GET /plain/{id}", "/failing/2, GET /failing/{id}", "/callable/3, GET /callable/{id}",
			"/deferred/4, GET /deferred/{id}", "/events/5?count=2, GET /events/{id}", "/stream/6, GET /stream/{id}",
			"/raw/7, GET /raw/*" })
	void whatOutlivesItsRequestIsALeakAndWhatEndsWithItIsNone(String path, String owner) {
		request(path, true);
		Awaitility.await().atMost(PATIENCE).until(() -> this.server.live(owner).isEmpty());
		assertThat(this.server.ended(owner)).isNotEmpty();
		request(path, false);
		TaskSnapshot leaked = leaked(owner);
		assertThat(leaked.owner().endedAt()).isNotNull();
		assertThat(leaked.site().className()).startsWith("com.acme.requests.");
	}

	@Test
	void aTimeoutEndsTheRequest() {
		assertThat(this.server.get("/deferred/timeout?timeout=200&careful=true").join().statusCode()).isEqualTo(503);
		assertThat(this.server.get("/deferred/timeout?timeout=200&careful=false").join().statusCode()).isEqualTo(503);
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.server.leaked("GET /deferred/{id}")).isNotEmpty());
		assertThat(this.server.live("GET /deferred/{id}")).allSatisfy((task) -> assertThat(task.leak()).isNotNull());
	}

	@Test
	void aRequestThatWaitsHasNotEnded() {
		var answer = this.server.get("/deferred/open?careful=true");
		TaskSnapshot waiting = Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> open("GET /deferred/{id}"), (tasks) -> tasks.size() == 1)
			.get(0);
		assertThat(waiting.leak()).isNull();
		this.server.carts().answer("open");
		assertThat(answer.join().body()).isEqualTo("open");
		Awaitility.await().atMost(PATIENCE).until(() -> open("GET /deferred/{id}").isEmpty());
	}

	@Test
	void anErrorPageBelongsToTheRequestThatFailed() {
		assertThat(this.server.get("/failing/page?careful=false").join().statusCode()).isEqualTo(500);
		List<TaskSnapshot> tasks = Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.server.leaked("GET /failing/{id}"), (leaked) -> leaked.size() >= 2);
		List<TaskSnapshot> last = tasks.subList(tasks.size() - 2, tasks.size());
		assertThat(last.get(0).owner().id()).isEqualTo(last.get(1).owner().id());
	}

	@Test
	void aClientThatResetsTheConnectionEndsTheRequest() {
		this.server.abort("/events/careful?timeout=1500&careful=true");
		this.server.abort("/events/reset?timeout=1500&careful=false");
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.server.live("GET /events/{id}")).isNotEmpty()
				.allSatisfy((task) -> assertThat(task.leak()).isNotNull()));
	}

	@Test
	void aRequestIsNamedByItsRouteHoweverEarlyItSchedules() {
		assertThat(this.server.get("/plain/secret?careful=true&early=yes").join().statusCode()).isEqualTo(200);
		assertThat(leaked("GET /plain/{id}").owner().name()).doesNotContain("secret");
	}

	@Test
	void aRequestWithoutARouteIsNamedByItsPathWithoutTheQuery() {
		assertThat(this.server.get("/nowhere/to/go?early=yes").join().statusCode()).isEqualTo(404);
		assertThat(leaked("GET /nowhere/to/go").owner().endedAt()).isNotNull();
	}

	@Test
	void aThreadForgetsItsRequest() {
		request("/plain/thread", true);
		assertThat(this.server.ledger().context().current()).isNull();
		assertThat(this.server.ledger().trackingErrors()).isZero();
	}

	private List<TaskSnapshot> open(String owner) {
		return this.server.live(owner).stream().filter((task) -> task.owner().endedAt() == null).toList();
	}

	private void request(String path, boolean careful) {
		var answer = this.server.get(path + (path.contains("?") ? "&" : "?") + "careful=" + careful);
		if (path.startsWith("/deferred")) {
			String id = path.substring(path.lastIndexOf('/') + 1);
			Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> this.server.carts().answer(id));
		}
		answer.join();
	}

	private TaskSnapshot leaked(String owner) {
		List<TaskSnapshot> leaked = Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.server.leaked(owner), (tasks) -> !tasks.isEmpty());
		return leaked.get(leaked.size() - 1);
	}

}
