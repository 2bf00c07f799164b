package io.timerscope.web;

import java.time.Duration;
import java.util.List;

import io.timerscope.OwnerKind;
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

/** What a bean begins while it is made is the bean's, though a request made it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LateBeanTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private RequestServer server;

	@BeforeAll
	void start() {
		this.server = new RequestServer(container(), "timerscope.requests.on-end=cancel");
	}

	RequestServer.Container container() {
		return RequestServer.Container.TOMCAT;
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "rates", "prices", "taxes", "coupons", "vouchers" })
	void aBeanThatARequestMakesOwnsItsWorkAndGoesOn(String bean) {
		assertThat(this.server.get("/late/" + bean).join().body()).isEqualTo(bean);
		assertThat(this.server.get("/late/" + bean).join().body()).isEqualTo(bean);
		assertThat(live(bean)).hasSize(1).allSatisfy((task) -> {
			assertThat(task.site().className()).startsWith("com.acme.requests.LateBeans");
			assertThat(task.leak()).isNull();
		});
		awaitEndOfRequests();
		assertThat(this.server.ended("GET /late/{bean}")).isNotEmpty();
	}

	@Test
	void aBeanThatFailsLeavesTheRequestItsOwnTasks() {
		assertThat(this.server.get("/late/broken").join().body()).isEqualTo("broken failed");
		assertThat(live("broken")).hasSize(1);
		awaitEndOfRequests();
		assertThat(this.server.ledger().context().source()).isNull();
	}

	@Test
	void aHundredPrototypesOwnTheirWorkThoughItsClassIsKnownByThen() {
		for (int i = 0; i < 100; i++) {
			this.server.get("/late/ticket").join();
		}
		assertThat(live("ticket")).hasSize(100);
		awaitEndOfRequests();
	}

	@Test
	void whereBeansOwnNothingTheApplicationDoesAndNotTheRequest() {
		try (RequestServer without = new RequestServer(container(), "timerscope.requests.on-end=cancel",
				"timerscope.beans.enabled=false")) {
			without.get("/late/rates").join();
			Awaitility.await().atMost(PATIENCE).until(() -> without.live("GET /late/{bean}").isEmpty());
			TaskQuery query = new TaskQuery(TaskQuery.States.LIVE, null, OwnerKind.APPLICATION, null, null, 1000, 0);
			assertThat(without.ledger().read().snapshot(query).page().tasks()).extracting(TaskSnapshot::name)
				.contains("LateBeans$Rates.start");
		}
	}

	/** The answer is there a little before the end. */
	private void awaitEndOfRequests() {
		Awaitility.await().atMost(PATIENCE).until(() -> this.server.live("GET /late/{bean}").isEmpty());
	}

	private List<TaskSnapshot> live(String bean) {
		TaskQuery query = new TaskQuery(TaskQuery.States.LIVE, null, OwnerKind.BEAN, bean, null, 1000, 0);
		return this.server.ledger().read().snapshot(query).page().tasks();
	}

}
