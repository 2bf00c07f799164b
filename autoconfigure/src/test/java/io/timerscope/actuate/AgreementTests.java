package io.timerscope.actuate;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.management.ObjectName;

import com.acme.orders.Archive;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timerscope.finding.FindingKind;
import io.timerscope.finding.Inspection;
import io.timerscope.metrics.TimerscopeMeterBinder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Health, meters, JSON, text, page and JMX say the same of one situation. */
class AgreementTests {

	private static final Map<String, Long> KINDS = new TreeMap<>(
			Map.of("outlived-request", 1L, "outlived-scope", 1L, "dead", 1L));

	@TempDir
	private static Path profile;

	private final Shop shop = new Shop();

	private final Archive archive = new Archive(this.shop.scheduler);

	private final MeterRegistry registry = new SimpleMeterRegistry();

	@AfterEach
	void close() {
		Awaitility.reset();
		this.shop.close();
	}

	@Test
	void theyAgree() throws Exception {
		try (TimersServer server = TimersServer.start(TimersServer.Kind.TOMCAT, this.shop.ledger,
				"management.endpoint.health.show-details=always", "spring.jmx.enabled=true",
				"management.endpoints.jmx.exposure.include=timers",
				"management.endpoints.jmx.static-names=test=agreement")) {
			server.context().getBean(TimerscopeMeterBinder.class).bindTo(this.registry);
			this.shop.leak("POST /orders", 3);
			this.shop.onAnother("imports", (scheduler) -> new Archive(scheduler).lookAgain());
			this.shop.orders.remind();
			this.archive.breakDown();
			await().until(() -> this.shop.ledger.read().totals().failed() == 1);
			this.shop.pass(Duration.ofMinutes(1));
			server.context().getBean(Inspection.class).tick();

			JsonNode json = server.json("");
			assertThat(json.at("/totals/live").asLong()).isEqualTo(5);
			assertThat(json.at("/totals/leaked").asLong()).isEqualTo(4);
			assertThat(kinds(json.path("findings"))).isEqualTo(KINDS);

			JsonNode health = health(server).path("details");
			assertThat(health.path("live").asLong()).isEqualTo(5);
			assertThat(health.path("leaked").asLong()).isEqualTo(4);
			Map<String, Long> ofHealth = new TreeMap<>();
			health.path("findings").propertyStream().forEach((it) -> ofHealth.put(it.getKey(), it.getValue().asLong()));
			assertThat(ofHealth).isEqualTo(KINDS);

			assertThat(sum("timerscope.tasks.live")).isEqualTo(5);
			assertThat(sum("timerscope.tasks.leaked")).isEqualTo(4);
			for (FindingKind kind : FindingKind.values()) {
				assertThat(this.registry.get("timerscope.findings").tag("kind", kind.label()).gauge().value())
					.as(kind.label())
					.isEqualTo(KINDS.getOrDefault(kind.label(), 0L).doubleValue());
			}

			String text = new String(server.get("?format=text").body(), StandardCharsets.UTF_8);
			assertThat(text).startsWith("# live 5, leaked 4\n");
			KINDS.keySet().forEach((kind) -> assertThat(text).contains(" " + kind + ": "));
			assertThat(text.lines().filter((line) -> line.matches("# (leak|problem|notice) .*"))).hasSize(3);

			Map<?, ?> jmx = (Map<?, ?>) ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("org.springframework.boot:type=Endpoint,name=Timers,test=agreement"), "timers",
						new Object[6], new String[] { "java.lang.String", "java.lang.String", "java.lang.String",
								"java.lang.String", "java.lang.String", "java.lang.String" });
			assertThat(((Map<?, ?>) jmx.get("totals")).get("leaked")).isEqualTo(4L);
			assertThat((List<?>) jmx.get("findings")).hasSize(3);
			assertThat(jmx.get("status")).isEqualTo(json.path("status").asString());

			page(server);
		}
	}

	private static JsonNode health(TimersServer server) throws Exception {
		URI address = URI.create(server.url().replace("/timers", "/health/timers"));
		return JsonMapper.shared()
			.readTree(HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
				.body());
	}

	private static void page(TimersServer server) throws Exception {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
		try (Browser browser = Browser.start(profile)) {
			browser.size(1360, 1000);
			browser.open(server.url());
			browser.awaitText("#headline", "4 tasks have leaked");
			browser.awaitText("#status", "LEAKING");
			assertThat(browser
				.script("return [...document.querySelectorAll('#findings .finding .top .badge:first-child')]"
						+ ".map(it => it.innerText).sort().join()")
				.asString()).isEqualTo(String.join(",", KINDS.keySet()));
			browser.awaitText("#totals div:nth-child(1)", "5");
			browser.awaitText("#totals div:nth-child(3)", "4");
		}
	}

	private double sum(String meter) {
		return this.registry.get(meter).gauges().stream().mapToDouble(Gauge::value).sum();
	}

	private static Map<String, Long> kinds(JsonNode findings) {
		Map<String, Long> kinds = new TreeMap<>();
		findings.forEach((finding) -> kinds.merge(finding.path("kind").asString(), 1L, Long::sum));
		return kinds;
	}

}
