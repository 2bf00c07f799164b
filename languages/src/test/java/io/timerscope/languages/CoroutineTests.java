package io.timerscope.languages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import com.acme.kotlin.CartApplication;
import com.acme.kotlin.Carts;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.TaskLedger;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/** The {@code delay} of a coroutine whose dispatcher is made from a scheduler bean. */
class CoroutineTests {

	private static final String NEVER = "?millis=3600000";

	@ParameterizedTest
	@ValueSource(strings = { "expire", "suspend" })
	void aDelayIsATaskOfTheRequestWithTheLineThatDelays(String path) throws Exception {
		try (Application application = start("timerscope.requests.grace=0s")) {
			get(application, "/carts/" + path + NEVER);
			Awaitility.await().untilAsserted(() -> assertThat(delays(application)).hasSize(1));
			TaskSnapshot delay = delays(application).get(0);
			assertThat(delay.owner().kind()).isEqualTo(OwnerKind.REQUEST);
			assertThat(delay.owner().name()).isEqualTo("GET /carts/" + path);
			assertThat(delay.site().toString()).startsWith("com.acme.kotlin.Carts").contains("(Carts.kt:");
			assertThat(delay.site().isLibrary()).isFalse();
			Awaitility.await().untilAsserted(() -> assertThat(application.tasks(TaskQuery.States.OUTLIVED)).hasSize(1));
			assertThat(application.bean(TaskLedger.class).trackingErrors()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "expire", "suspend" })
	void aDelayThatIsOverResumesTheCoroutine(String path) throws Exception {
		try (Application application = start()) {
			get(application, "/carts/" + path + "?millis=20");
			Carts carts = application.bean(Carts.class);
			Awaitility.await().untilAsserted(() -> assertThat(carts.getResumed()).hasValue(1));
			Awaitility.await().untilAsserted(() -> assertThat(delays(application)).isEmpty());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "expire", "suspend" })
	void whereTheRequestsEndCancelsTheDelayTheCoroutineStaysSuspended(String path) throws Exception {
		try (Application application = start("timerscope.requests.on-end=cancel")) {
			Carts carts = application.bean(Carts.class);
			get(application, "/carts/" + path + "?millis=500");
			Awaitility.await().untilAsserted(() -> assertThat(carts.getSuspended()).hasValue(1));
			Awaitility.await()
				.untilAsserted(
						() -> assertThat(application.bean(TaskLedger.class).read().totals().cancelled()).isEqualTo(1));
			Awaitility.await()
				.during(Duration.ofSeconds(1))
				.atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(carts.getResumed()).hasValue(0));
		}
	}

	private static Application start(String... properties) {
		return new Application(WebApplicationType.SERVLET, CartApplication.class, properties);
	}

	private static List<TaskSnapshot> delays(Application application) {
		return application.tasks(TaskQuery.States.LIVE)
			.stream()
			.filter((it) -> it.schedule().kind().equals("once"))
			.toList();
	}

	private static void get(Application application, String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(application.url(path))).build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
	}

}
