package io.timerscope.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import com.acme.lazy.LazyApplication;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * With {@code spring.main.lazy-initialization=true} every part works as it does without.
 */
@ExtendWith(OutputCaptureExtension.class)
class LazyInitializationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final HttpClient http = HttpClient.newHttpClient();

	@ParameterizedTest
	@CsvSource({ "TOMCAT, false", "TOMCAT, true", "JETTY, true" })
	void everyPartWorksThoughNobodyNeededItAtStart(RequestServer.Container container, boolean lazy,
			CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = start(container, lazy)) {
			for (int i = 0; i < 3; i++) {
				assertThat(get(context, "/orders")).isEqualTo("placed");
			}
			assertThat(get(context, "/carts")).isEqualTo("filled");
			assertThat(get(context, "/exports")).isEqualTo("exported");
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(output).contains("found outlived-request"));
			TaskLedger ledger = context.getBean(TaskLedger.class);
			assertThat(ledger.read().totals().scheduled()).as("nothing twice, nothing missed").isEqualTo(6);
			assertThat(ledger.schedulers().tracked()).extracting(TaskTracker::name)
				.containsExactlyInAnyOrder("taskScheduler", "leftBehind");
			assertThat(ended(ledger)).extracting((task) -> task.owner().name()).containsExactly("GET /carts");
			assertThat(get(context, "/actuator/timers")).contains("\"status\":\"leaking\"",
					"\"kind\":\"outlived-request\"", "\"name\":\"LazyApplication$Report.write\"");
			assertThat(get(context, "/actuator/timers?format=html")).contains("<title>");
			assertThat(get(context, "/actuator/health")).contains("\"timers\":{\"details\":{\"live\":5");
			assertThat(get(context, "/actuator/prometheus")).contains("timerscope_tasks_leaked{owner=\"request\"");
			assertThat(ledger.trackingErrors()).isZero();
		}
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(output).contains("left-behind"));
	}

	private static List<TaskSnapshot> ended(TaskLedger ledger) {
		TaskQuery query = new TaskQuery(TaskQuery.States.ENDED, null, OwnerKind.REQUEST, null, null, 100, 0);
		return ledger.read().snapshot(query).page().tasks();
	}

	private static ConfigurableApplicationContext start(RequestServer.Container container, boolean lazy) {
		return new SpringApplicationBuilder(LazyApplication.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "spring.main.lazy-initialization=" + lazy,
					"spring.autoconfigure.exclude=" + container.other(), "timerscope.interval=50ms",
					"timerscope.requests.grace=0s", "timerscope.leaks.min-owners=2",
					"management.endpoints.web.exposure.include=*", "management.endpoint.health.show-details=always")
			.run();
	}

	private String get(ConfigurableApplicationContext context, String path) throws Exception {
		URI uri = URI
			.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port", "") + path);
		return this.http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
	}

}
