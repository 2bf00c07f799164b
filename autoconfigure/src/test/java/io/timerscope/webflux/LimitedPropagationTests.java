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
	void aRequestOwnsWhatIsScheduledAfterAChangeOfThreadThroughReactorsSchedulers() {
		try (WebFluxServer server = new WebFluxServer("limited")) {
			server.get("/plain/1?careful=false");
			server.get("/elsewhere/2?careful=false");
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> server.outlived("GET /plain/{id}").size() == 1
						&& server.outlived("GET /elsewhere/{id}").size() == 1);
			assertThat(server.ledger().attribution().gaps()).singleElement()
				.asString()
				.contains("such as the answer of a client", "spring.reactor.context-propagation=auto");
			assertThat(server.ledger().trackingErrors()).isZero();
			assertThat(Hooks.isAutomaticContextPropagationEnabled()).isFalse();
		}
	}

	@Test
	void withoutThatAttributionIsPartialAndNamesThePropertiesThatCompleteIt() {
		try (WebFluxServer server = new WebFluxServer("limited", "timerscope.reactor.enabled=false")) {
			server.get("/plain/1?careful=false");
			server.get("/elsewhere/2?careful=false");
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> server.outlived("GET /plain/{id}").size() == 1);
			assertThat(server.withoutRequest()).extracting((task) -> task.owner().name())
				.anyMatch((name) -> name.contains("PriceController"));
			assertThat(server.ledger().attribution().gaps()).hasSize(1)
				.allSatisfy((gap) -> assertThat(gap).contains("timerscope.reactor.enabled=true",
						"spring.reactor.context-propagation=auto"));
			assertThat(server.answer("/actuator/timers").body())
				.contains("\"attribution\":{\"complete\":false,\"gaps\":[", "spring.reactor.context-propagation=auto");
			assertThat(Hooks.isAutomaticContextPropagationEnabled()).isFalse();
		}
	}

}
