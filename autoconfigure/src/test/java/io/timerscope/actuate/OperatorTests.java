package io.timerscope.actuate;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an operator does over HTTP: cancels many, adds rules, acknowledges a death. */
@ExtendWith(OutputCaptureExtension.class)
class OperatorTests {

	private static final String UNRESTRICTED = "management.endpoint.timers.access=unrestricted";

	private final Shop shop = new Shop();

	@AfterEach
	void close() {
		this.shop.close();
	}

	@ParameterizedTest
	@EnumSource(TimersServer.Kind.class)
	void allThatMatchesIsCancelledAndNothingElse(TimersServer.Kind kind, CapturedOutput output) {
		this.shop.leak("POST /orders", 3);
		this.shop.orders.remind();
		try (TimersServer server = TimersServer.start(kind, this.shop.ledger, UNRESTRICTED,
				"logging.level.io.timerscope.operator=info")) {
			assertThat(body(delete(server, "?state=leaked&site=com.acme.orders.OrderController%23place")))
				.isEqualTo("{\"matched\":3,\"cancelled\":3,\"refused\":0}");
			assertThat(output).contains("Timerscope: an operator cancelled 3 of 3 tasks "
					+ "(state=leaked, site=com.acme.orders.OrderController#place)");
			assertThat(this.shop.ledger.read().totals().live()).isOne();
			assertThat(body(delete(server, "?scheduler=nobody")))
				.isEqualTo("{\"matched\":0,\"cancelled\":0,\"refused\":0}");
			assertThat(delete(server, "").statusCode()).isEqualTo(400);
			assertThat(body(delete(server, "?state=leaked")))
				.contains("One of the parameters site, owner and scheduler is required");
			assertThat(delete(server, "?site=com.acme&state=sleeping").statusCode()).isEqualTo(400);
			assertThat(body(delete(server, "?scheduler=taskScheduler&site=")))
				.contains("takes what to cancel by, or is left out");
			assertThat(this.shop.ledger.read().totals().live()).isOne();
		}
	}

	@ParameterizedTest
	@EnumSource(TimersServer.Kind.class)
	void aRuleIsAddedInFrontShownAndTakenBack(TimersServer.Kind kind, CapturedOutput output) {
		try (TimersServer server = TimersServer.start(kind, this.shop.ledger, UNRESTRICTED,
				"logging.level.io.timerscope.operator=info", "timerscope.rules[0].site=com.acme.**",
				"timerscope.rules[0].grace=5s")) {
			HttpResponse<byte[]> added = server.post("/rules",
					"{\"site\":\"com.acme.orders.OrderController#place\",\"onOwnerEnd\":\"cancel\",\"grace\":\"1m\","
							+ "\"maxLive\":7,\"stuckAfter\":\"PT2H\",\"ignore\":true}");
			assertThat(added.statusCode()).isEqualTo(200);
			String rule = "{\"number\":2,\"source\":\"runtime\",\"site\":\"com.acme.orders.OrderController#place\","
					+ "\"onOwnerEnd\":\"cancel\",\"grace\":\"PT1M\",\"maxLive\":7,\"stuckAfter\":\"PT2H\",\"ignore\":true}";
			String configured = "{\"number\":1,\"source\":\"configuration\",\"site\":\"com.acme.**\",\"grace\":\"PT5S\"}";
			assertThat(body(added)).isEqualTo(rule);
			assertThat(output).contains("added rule 2 for com.acme.orders.OrderController#place: onOwnerEnd=cancel, "
					+ "grace=PT1M, maxLive=7, stuckAfter=PT2H, ignore=true");
			assertThat(server.json("").path("rules").toString()).isEqualTo("[" + rule + "," + configured + "]");
			assertThat(delete(server, "/rules/1").statusCode()).as("of the configuration").isEqualTo(404);
			assertThat(delete(server, "/rules/x").statusCode()).isEqualTo(404);
			assertThat(delete(server, "/rules/2").statusCode()).isEqualTo(204);
			assertThat(delete(server, "/rules/2").statusCode()).isEqualTo(404);
			assertThat(server.json("").path("rules").toString()).isEqualTo("[" + configured + "]");
			assertThat(server.post("/cats", "{\"site\":\"com.acme.**\"}").statusCode()).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{}                                                | site must be a site pattern
					{"site": "com.acme.**", "grace": "soon"}          | grace must be a duration of zero or more, such as 30s, but is 'soon'
					{"site": "com.acme.**", "grace": "-1s"}           | grace must be a duration of zero or more, such as 30s, but is '-1s'
					{"site": "com.acme.**", "maxLive": "many"}        | maxLive must be a whole number of zero or more, but is 'many'
					{"site": "com.acme.**", "maxLive": "-1"}          | maxLive must be a whole number of zero or more, but is '-1'
					{"site": "com.acme.**", "stuckAfter": "-1s"}      | stuckAfter must be a duration of zero or more, such as 10m
					{"site": "com.acme.**", "stuckAfter": "x"}        | stuckAfter must be a duration of zero or more, such as 10m
					{"site": "com.acme.**", "onOwnerEnd": "explode"}  | onOwnerEnd must be report or cancel, but is 'explode'
					{"site": "com.acme.**", "ignore": "perhaps"}      | ignore must be true or false, but is 'perhaps'
					{"site": "a b c"}                                 | site must be a site pattern such as com.acme.OrderController#place, but is 'a b c'
					""")
	void aRuleThatIsNoneIsRefusedWithWhatWasExpected(String json, String expected) {
		try (TimersServer server = TimersServer.start(TimersServer.Kind.TOMCAT, this.shop.ledger, UNRESTRICTED)) {
			HttpResponse<byte[]> answer = server.post("/rules", json);
			assertThat(answer.statusCode()).isEqualTo(400);
			assertThat(body(answer)).contains("\"message\":\"" + expected);
			assertThat(server.json("").path("rules")).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(TimersServer.Kind.class)
	void aDeathIsTakenOffTheListOnceSomebodyHasSeenIt(TimersServer.Kind kind) {
		try (TimersServer server = TimersServer.start(kind, this.shop.ledger, UNRESTRICTED,
				"timerscope.interval=20ms")) {
			this.shop.scheduler.scheduleAtFixedRate(() -> {
				throw new IllegalStateException("boom");
			}, 0, 1, java.util.concurrent.TimeUnit.DAYS);
			await().until(() -> server.json("").path("findings").size() == 1);
			JsonNode finding = server.json("").path("findings").path(0);
			assertThat(finding.path("kind").asString()).isEqualTo("dead");
			assertThat(finding.path("fingerprint").asString()).matches("[0-9a-f]{12}");
			String path = "/findings/" + finding.path("id").asString();
			assertThat(server.post(path, "{\"acknowledged\":false}").statusCode()).isEqualTo(400);
			assertThat(server.post("/findings/f99", "{\"acknowledged\":true}").statusCode()).isEqualTo(404);
			assertThat(server.post(path, "{\"acknowledged\":true}").statusCode()).isEqualTo(204);
			assertThat(server.json("").path("findings")).isEmpty();
			this.shop.pass(Duration.ofMinutes(1));
			assertThat(server.json("").path("findings")).isEmpty();
			assertThat(server.post(path, "{\"acknowledged\":true}").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void withoutUnrestrictedAccessNothingIsChanged() {
		this.shop.leak("POST /orders", 1);
		try (TimersServer server = TimersServer.start(TimersServer.Kind.TOMCAT, this.shop.ledger)) {
			assertThat(delete(server, "?scheduler=taskScheduler").statusCode()).isEqualTo(405);
			assertThat(server.post("/rules", "{\"site\":\"com.acme.**\"}").statusCode()).isIn(404, 405);
			assertThat(server.post("/findings/f1", "{\"acknowledged\":true}").statusCode()).isIn(404, 405);
			assertThat(this.shop.ledger.read().totals().live()).isOne();
		}
	}

	private static HttpResponse<byte[]> delete(TimersServer server, String tail) {
		return server.send("DELETE", tail, Map.of("Accept", "*/*"));
	}

	private static String body(HttpResponse<byte[]> response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

}
