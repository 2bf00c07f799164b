package io.timerscope.webflux;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Hooks;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds on every server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WebFluxRequestOwnerContract {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final WebFluxServer.Container container;

	private WebFluxServer server;

	WebFluxRequestOwnerContract(WebFluxServer.Container container) {
		this.container = container;
	}

	@BeforeAll
	void start() {
		this.server = new WebFluxServer(this.container, "auto");
	}

	@AfterAll
	void stop() {
		this.server.close();
		Hooks.disableAutomaticContextPropagation();
	}

	@ParameterizedTest
	@CsvSource({ "/plain/1, GET /plain/{id}", "/failing/2, GET /failing/{id}", "/elsewhere/3, GET /elsewhere/{id}",
			"/events/4?count=2, GET /events/{id}" })
	void whatOutlivesItsRequestIsKnownAndWhatEndsWithItDoesNot(String path, String owner) {
		String query = path.contains("?") ? "&careful=" : "?careful=";
		int before = this.server.live(owner).size();
		this.server.get(path + query + true);
		Awaitility.await().atMost(PATIENCE).until(() -> this.server.live(owner).size() == before);
		assertThat(this.server.ended(owner)).isNotEmpty();
		int outlivedBefore = this.server.outlived(owner).size();
		this.server.get(path + query + false);
		Awaitility.await().atMost(PATIENCE).until(() -> this.server.outlived(owner).size() == outlivedBefore + 1);
	}

	@ParameterizedTest
	@CsvSource({ "/never/5, GET /never/{id}", "/events/6, GET /events/{id}" })
	void aClientThatGoesAwayEndsTheRequest(String path, String owner) {
		Assumptions.assumeTrue(this.container == WebFluxServer.Container.NETTY || !path.startsWith("/never"),
				"a servlet container notices when it next writes");
		int before = this.server.live(owner).size();
		abort(path + "?careful=true", owner, before);
		Awaitility.await().atMost(PATIENCE).until(() -> this.server.live(owner).size() == before);
		int outlivedBefore = this.server.outlived(owner).size();
		abort(path + "?careful=false", owner, before);
		Awaitility.await().atMost(PATIENCE).until(() -> this.server.outlived(owner).size() == outlivedBefore + 1);
	}

	@Test
	void whatALibraryDoesBehindAFilterIsTheLibrarysLineAndNotTheRequests() {
		assertThat(this.server.get("/platform")).isEqualTo(200);
		assertThat(this.server.live("GET /platform")).isEmpty();
		assertThat(this.server.withoutRequest()).filteredOn((task) -> task.name().equals("PlatformWork.begin"))
			.isNotEmpty()
			.allSatisfy((task) -> assertThat(task.site().isLibrary()).isTrue());
	}

	@Test
	void withAutomaticPropagationNothingIsMissing() {
		assertThat(this.server.ledger().attribution().gaps()).isEmpty();
		assertThat(this.server.ledger().trackingErrors()).isZero();
	}

	private void abort(String path, String owner, int before) {
		this.server.abort(path,
				() -> Awaitility.await().atMost(PATIENCE).until(() -> this.server.live(owner).size() == before + 1));
	}

}
