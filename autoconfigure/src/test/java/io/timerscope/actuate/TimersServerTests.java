package io.timerscope.actuate;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import com.acme.orders.OrderController;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class TimersServerTests {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

	private final Shop shop = new Shop();

	@AfterEach
	void close() {
		this.shop.close();
	}

	@ParameterizedTest
	@EnumSource(TimersServer.Kind.class)
	void everyServerAnswersInEveryFormatAndRefusesWhatItDoesNotTake(TimersServer.Kind kind) {
		this.shop.leak("POST /orders", 2);
		try (TimersServer server = TimersServer.start(kind, this.shop.ledger)) {
			assertBadValuesAreRefused(server);
			assertThat(status(server, "DELETE", "/1")).isEqualTo(405);
			assertThat(type(server, "", "*/*")).isEqualTo("application/vnd.spring-boot.actuator.v3+json");
			assertThat(type(server, "", null)).isEqualTo("application/vnd.spring-boot.actuator.v3+json");
			assertThat(type(server, "", "application/json")).isEqualTo("application/json");
			assertThat(type(server, "", "application/json, text/plain, */*")).isEqualTo("application/json");
			assertThat(type(server, "", "application/vnd.spring-boot.actuator.v2+json"))
				.isEqualTo("application/vnd.spring-boot.actuator.v2+json");
			assertThat(type(server, "", BROWSER)).isEqualTo("text/html;charset=utf-8");
			assertThat(type(server, "", "text/plain")).isEqualTo("text/plain;charset=utf-8");
			assertThat(type(server, "?format=json", BROWSER)).isEqualTo("application/json");
			assertThat(type(server, "?format=html", "application/json")).isEqualTo("text/html;charset=utf-8");
			assertThat(type(server, "?format=text", "*/*")).isEqualTo("text/plain;charset=utf-8");
			assertThat(type(server, "?format=text", "image/png")).isEqualTo("text/plain;charset=utf-8");
			assertThat(type(server, "?format=pprof", "text/html")).isEqualTo("application/octet-stream");
			assertThat(type(server, "?format=stacks", "text/html")).isEqualTo("application/json");
			assertThat(server.send("GET", "", Map.of("Accept", "image/png")).statusCode()).isEqualTo(406);
			assertThat(text(server, "?format=text")).startsWith("# live 2, leaked 2\n")
				.contains("\n2 @ taskScheduler outlived-request\n#\t" + OrderController.PLACE + "\n");
			assertThat(server.json("").path("totals").path("leaked").asInt()).isEqualTo(2);
			assertThat(server.json("?format=json").path("status").asString()).isEqualTo("leaking");
		}
	}

	private static void assertBadValuesAreRefused(TimersServer server) {
		assertRefused(server, "state=sleeping", "state", "live, waiting, running, outlived, leaked, retained, ended");
		assertRefused(server, "state=LIVE", "state", "live, waiting");
		assertRefused(server, "owner=cat", "owner", "request, session, bean, scope, application");
		assertRefused(server, "owner=cat:Tom", "owner", "request, session");
		assertRefused(server, "limit=0", "limit", "1 to 1000");
		assertRefused(server, "limit=1001", "limit", "1 to 1000");
		assertRefused(server, "limit=ten", "limit", "1 to 1000");
		assertRefused(server, "limit=99999999999999999999", "limit", "1 to 1000");
		assertRefused(server, "limit=1&limit=2", "limit", "1 to 1000");
		assertRefused(server, "limit=", "limit", "1 to 1000");
		assertRefused(server, "after=-1", "after", "next");
		assertRefused(server, "after=x", "after", "next");
		assertRefused(server, "format=xml", "format", "json, html, text, pprof");
		assertThat(server.get("?scheduler=nobody&site=nowhere&owner=request:x").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource(TimersServer.Kind.class)
	void aTaskIsReadByItsIdAndCancelledWhereAccessAllows(TimersServer.Kind kind) {
		this.shop.leak("POST /orders", 2);
		try (TimersServer server = TimersServer.start(kind, this.shop.ledger,
				"management.endpoint.timers.access=unrestricted")) {
			String id = server.json("").path("tasks").path(0).path("id").asString();
			assertThat(server.json("/" + id).path("stack").path(0).asString()).isEqualTo(OrderController.PLACE);
			assertThat(status(server, "DELETE", "/" + id)).isEqualTo(204);
			assertThat(status(server, "DELETE", "/" + id)).isEqualTo(404);
			assertThat(server.json("/" + id).path("state").asString()).isEqualTo("cancelled");
			assertThat(status(server, "DELETE", "/999")).isEqualTo(404);
			assertThat(status(server, "DELETE", "/x")).isEqualTo(404);
			assertThat(status(server, "GET", "/999")).isEqualTo(404);
			assertThat(status(server, "GET", "/x")).isEqualTo(404);
			assertThat(status(server, "GET", "/-1")).isEqualTo(404);
			assertThat(status(server, "GET", "/0")).isEqualTo(404);
			JsonNode totals = server.json("").path("totals");
			assertThat(totals.path("cancelled").asInt()).isEqualTo(1);
			assertThat(totals.path("recovered").asInt()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@EnumSource(TimersServer.Kind.class)
	void theEndpointMovesWithTheManagementPortAndBasePath(TimersServer.Kind kind) {
		try (TimersServer server = TimersServer.startAt("/ops/clocks", kind, this.shop.ledger,
				"management.server.port=0", "management.endpoints.web.base-path=/ops",
				"management.endpoints.web.path-mapping.timers=clocks")) {
			assertThat(type(server, "", BROWSER)).isEqualTo("text/html;charset=utf-8");
			assertThat(type(server, "", "text/plain")).isEqualTo("text/plain;charset=utf-8");
			assertThat(server.json("").path("status").asString()).isEqualTo("ok");
			assertRefused(server, "limit=0", "limit", "1 to 1000");
		}
	}

	private static void assertRefused(TimersServer server, String query, String parameter, String takes) {
		HttpResponse<byte[]> response = server.get("?" + query);
		assertThat(response.statusCode()).as(query).isEqualTo(400);
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).as(query)
			.contains("\"parameter\":\"" + parameter + "\"")
			.contains("'" + parameter + "' takes ")
			.contains(takes);
	}

	private static int status(TimersServer server, String method, String tail) {
		return server.send(method, tail, Map.of("Accept", "*/*")).statusCode();
	}

	private static String text(TimersServer server, String tail) {
		return new String(server.get(tail).body(), StandardCharsets.UTF_8);
	}

	private static String type(TimersServer server, String tail, String accept) {
		HttpResponse<byte[]> response = server.send("GET", tail,
				(accept == null) ? Map.of() : Map.of("Accept", accept));
		assertThat(response.statusCode()).as(tail + " " + accept).isEqualTo(200);
		return response.headers().firstValue("Content-Type").orElse("none").toLowerCase(Locale.ROOT);
	}

}
