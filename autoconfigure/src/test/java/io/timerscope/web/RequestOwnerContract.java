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
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds on every server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RequestOwnerContract {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

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
			"/deferred/4, GET /deferred/{id}", "/events/5?count=2, GET /events/{id}",
			"/emitter/12?count=2, GET /emitter/{id}", "/stream/6, GET /stream/{id}", "/raw/7, GET /raw/*",
			"/sending/8, GET /sending/{id}", "/bad/9, GET /bad/{id}", "/badcallable/10, GET /badcallable/{id}",
			"/broken/11, GET /broken/{id}" })
	void whatOutlivesItsRequestIsKnownAndWhatEndsWithItDoesNot(String path, String owner) {
		int before = this.server.live(owner).size();
		request(path, true);
		Awaitility.await().atMost(PATIENCE).until(() -> this.server.live(owner).size() == before);
		assertThat(this.server.ended(owner)).isNotEmpty();
		int outlivedBefore = this.server.outlived(owner).size();
		request(path, false);
		TaskSnapshot outlived = outlived(owner, outlivedBefore);
		assertThat(outlived.owner().endedAt()).isNotNull();
		assertThat(outlived.site().className()).startsWith("com.acme.requests.");
	}

	@Test
	void aTimeoutEndsTheRequest() {
		int before = this.server.live("GET /deferred/{id}").size();
		assertThat(this.server.get("/deferred/timeout?timeout=200&careful=true").join().statusCode()).isEqualTo(503);
		Awaitility.await().atMost(PATIENCE).until(() -> this.server.live("GET /deferred/{id}").size() == before);
		int outlivedBefore = this.server.outlived("GET /deferred/{id}").size();
		assertThat(this.server.get("/deferred/timeout?timeout=200&careful=false").join().statusCode()).isEqualTo(503);
		assertThat(outlived("GET /deferred/{id}", outlivedBefore).owner().endedAt()).isNotNull();
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
		int before = this.server.outlived("GET /failing/{id}").size();
		assertThat(this.server.get("/failing/page?careful=false&carefulPage=false").join().statusCode()).isEqualTo(500);
		List<TaskSnapshot> tasks = Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.server.outlived("GET /failing/{id}"), (outlived) -> outlived.size() == before + 2);
		List<TaskSnapshot> last = tasks.subList(tasks.size() - 2, tasks.size());
		assertThat(last.get(0).owner().id()).isEqualTo(last.get(1).owner().id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/events/", "/emitter/" })
	void aClientThatResetsTheConnectionEndsTheRequest(String path) {
		String owner = "GET " + path + "{id}";
		int before = this.server.live(owner).size();
		this.server.abort(path + "careful?timeout=1500&careful=true");
		Awaitility.await().atMost(PATIENCE).until(() -> this.server.live(owner).size() == before);
		int outlivedBefore = this.server.outlived(owner).size();
		this.server.abort(path + "reset?timeout=1500&careful=false");
		assertThat(outlived(owner, outlivedBefore).owner().endedAt()).isNotNull();
	}

	@Test
	void aRequestIsNamedByItsRouteHoweverEarlyItSchedules() {
		int before = this.server.outlived("GET /plain/{id}").size();
		assertThat(this.server.get("/plain/secret?careful=true&early=yes").join().statusCode()).isEqualTo(200);
		assertThat(outlived("GET /plain/{id}", before).site().methodName()).isEqualTo("expireLater");
	}

	@Test
	void aRequestWithoutARouteIsNamedByItsPathWithoutTheQuery() {
		assertThat(this.server.get("/nowhere/to/go?early=yes").join().statusCode()).isEqualTo(404);
		assertThat(outlived("GET /nowhere/to/go", 0).owner().endedAt()).isNotNull();
	}

	@Test
	void whatTheRequestHoldsIsCollectableWhileItsLeakedTaskRuns() {
		int before = this.server.outlived("GET /periodic/{id}").size();
		assertThat(this.server.get("/periodic/1?payload=yes").join().statusCode()).isEqualTo(200);
		outlived("GET /periodic/{id}", before);
		Awaitility.await().atMost(PATIENCE).until(() -> {
			System.gc();
			return this.server.carts().carried().stream().allMatch((payload) -> payload.get() == null);
		});
		assertThat(this.server.carts().carried()).isNotEmpty();
		assertThat(this.server.outlived("GET /periodic/{id}")).hasSize(before + 1);
	}

	@Test
	void aThreadForgetsItsRequest() {
		request("/plain/thread", true);
		assertThat(this.server.ledger().context().current()).isNull();
		assertThat(this.server.ledger().trackingErrors()).isZero();
	}

	@Test
	void noRequestIsWaitedForWhenAllHaveEnded() {
		for (String path : List.of("/failing/1", "/sending/1", "/bad/1", "/badcallable/1", "/broken/1",
				"/events/1?count=1", "/raw/1")) {
			request(path, true);
		}
		Awaitility.await().atMost(PATIENCE).until(() -> this.server.open().size() == 0);
	}

	private List<TaskSnapshot> open(String owner) {
		return this.server.live(owner).stream().filter((task) -> task.owner().endedAt() == null).toList();
	}

	private void request(String path, boolean careful) {
		var answer = this.server.get(path + (path.contains("?") ? "&" : "?") + "careful=" + careful);
		if (path.startsWith("/deferred")) {
			String id = path.substring(path.lastIndexOf('/') + 1);
			Awaitility.await().atMost(PATIENCE).until(() -> this.server.carts().answer(id));
		}
		answer.join();
	}

	/** The newest leak, once there is one more than before. */
	private TaskSnapshot outlived(String owner, int before) {
		List<TaskSnapshot> outlived = Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.server.outlived(owner), (tasks) -> tasks.size() == before + 1);
		return outlived.get(outlived.size() - 1);
	}

}
