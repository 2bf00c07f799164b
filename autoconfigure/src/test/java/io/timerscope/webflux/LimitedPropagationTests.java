package io.timerscope.webflux;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;

import static org.assertj.core.api.Assertions.assertThat;

class LimitedPropagationTests {

	@BeforeEach
	void asBootDoesByDefault() {
		Hooks.disableAutomaticContextPropagation();
	}

	@Test
	void attributionIsPartialAndNamesThePropertyThatCompletesIt() {
		try (WebFluxServer server = new WebFluxServer("limited")) {
			server.get("/plain/1?careful=false");
			server.get("/elsewhere/2?careful=false");
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> server.outlived("GET /plain/{id}").size() == 1);
			assertThat(server.withoutRequest()).extracting((task) -> task.owner().name())
				.anyMatch((name) -> name.contains("PriceController"));
			assertThat(server.ledger().attribution().gaps()).hasSize(1)
				.allSatisfy((gap) -> assertThat(gap).contains("spring.reactor.context-propagation=auto"));
			assertThat(server.answer("/actuator/timers").body())
				.contains("\"attribution\":{\"complete\":false,\"gaps\":[", "spring.reactor.context-propagation=auto");
			assertThat(Hooks.isAutomaticContextPropagationEnabled()).isFalse();
		}
	}

}
