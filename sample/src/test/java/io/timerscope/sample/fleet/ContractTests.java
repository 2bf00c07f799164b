package io.timerscope.sample.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The endpoint of the running shop, field by field: what is here is promised.
 */
class ContractTests {

	private static final String PLACE = "io.timerscope.sample.orders.LeakingOrderController.place(LeakingOrderController.java:44)";

	private static final String WRITE = "io.timerscope.sample.report.NightlyReport.write(NightlyReport.java:19)";

	private static RunningShop shop;

	private static JsonNode all;

	private static JsonNode leak;

	@BeforeAll
	static void leak() throws Exception {
		shop = new RunningShop("--shop.reminder-period=200ms");
		shop.leak();
		await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
			System.gc(); // the strongest witness is a future that nobody holds
			all = shop.timers("");
			assertThat(leak(all).path("kind").asString()).isEqualTo("outlived-request");
			assertThat(leak(all).path("witness").asString()).isEqualTo("unreachable");
			leak = shop.timers("?state=leaked").at("/tasks/0");
			assertThat(leak.at("/state").asString()).isEqualTo("waiting");
			assertThat(leak.at("/lastRun").isMissingNode()).isFalse();
		});
	}

	/** The finding about the shop, whatever else runs in this JVM. */
	private static JsonNode leak(JsonNode all) {
		return all.path("findings")
			.valueStream()
			.filter((it) -> it.path("severity").asString().equals("leak"))
			.findFirst()
			.orElse(MissingNode.getInstance());
	}

	@AfterAll
	static void close() {
		shop.close();
	}

	@Test
	void theWhole() {
		assertThat(all.propertyNames()).containsExactly("time", "status", "totals", "findings", "schedulers", "outside",
				"sites", "tasks", "page", "rules", "lastHour", "runTiming", "attribution");
		assertThat(all.get("status").asString()).isEqualTo("leaking");
		assertInstant(all.get("time"));
		JsonNode totals = all.get("totals");
		assertThat(totals.propertyNames()).containsExactly("scheduled", "live", "running", "outlived", "leaked",
				"retained", "completed", "failed", "cancelled", "rejected", "lost", "recovered");
		assertThat(totals.get("scheduled").asLong())
			.isEqualTo(List.of("live", "completed", "failed", "cancelled", "lost")
				.stream()
				.mapToLong((name) -> totals.get(name).asLong())
				.sum());
		assertThat(all.get("page").propertyNames()).containsExactly("limit", "matched");
		assertThat(all.at("/page/limit").asInt()).isEqualTo(100);
		assertThat(all.at("/page/matched").asInt()).isEqualTo(all.get("tasks").size());
	}

	@Test
	void aFinding() {
		JsonNode finding = leak(all);
		assertThat(finding.propertyNames()).containsExactly("id", "kind", "severity", "fingerprint", "subject",
				"scheduler", "count", "since", "witness", "evidence", "advice");
		assertThat(finding.get("witness").asString()).isEqualTo("unreachable");
		assertThat(finding.get("severity").asString()).isEqualTo("leak");
		assertThat(finding.get("subject").asString()).isEqualTo(PLACE);
		assertThat(finding.get("count").asInt()).isOne();
		assertThat(finding.get("evidence").asString()).matches(
				"1 periodic task of 1 request that has ended \\(POST /leaking/orders\\) is still scheduled, and nobody can cancel it: "
						+ "its future was garbage collected\\. The request ended .+ ago.*");
		assertThat(finding.get("advice").asString())
			.contains("timerscope.ignore=io.timerscope.sample.orders.LeakingOrderController#place");
		assertInstant(finding.get("since"));
	}

	@Test
	void aScheduler() {
		JsonNode scheduler = all.at("/schedulers/0");
		assertThat(scheduler.propertyNames()).containsExactly("name", "type", "tracked", "live", "running", "leaked",
				"retained", "scheduled", "poolSize", "activeThreads", "queued", "removeOnCancel", "lateness");
		assertThat(scheduler.get("name").asString()).isEqualTo("taskScheduler");
		assertThat(scheduler.get("type").asString())
			.isEqualTo("org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler");
		assertThat(scheduler.get("tracked").asBoolean()).isTrue();
		assertThat(scheduler.get("leaked").asInt()).isOne();
		assertThat(scheduler.get("lateness").propertyNames()).containsExactly("last", "max");
		assertDuration(scheduler.at("/lateness/max"));
	}

	@Test
	void aSite() {
		JsonNode site = all.at("/sites/0");
		assertThat(site.propertyNames()).containsExactly("site", "fingerprint", "live", "outlived", "leaked",
				"scheduled", "oldest");
		assertThat(site.get("fingerprint").asString()).matches("[0-9a-f]{12}");
		assertThat(site.get("site").asString()).isEqualTo(PLACE);
		assertThat(site.get("leaked").asInt()).isOne();
		assertInstant(site.get("oldest"));
	}

	@Test
	void aTask() {
		assertThat(leak.propertyNames()).containsExactly("id", "name", "scheduler", "schedule", "state", "owner",
				"site", "thread", "createdAt", "nextRun", "runs", "failures", "lastRun", "outlived", "leak");
		assertThat(leak.get("id").isString()).isTrue();
		assertThat(leak.get("name").asString()).isEqualTo("LeakingOrderController.place");
		assertThat(leak.get("schedule").propertyNames()).containsExactly("kind", "period");
		assertThat(leak.at("/schedule/kind").asString()).isEqualTo("fixed-delay");
		assertThat(leak.at("/schedule/period").asString()).isEqualTo("PT0.2S");
		assertThat(leak.get("owner").propertyNames()).containsExactly("kind", "name", "id", "endedAt");
		assertThat(leak.at("/owner/name").asString()).isEqualTo("POST /leaking/orders");
		assertThat(leak.get("thread").asString()).contains("exec");
		assertThat(leak.get("lastRun").propertyNames()).containsExactly("startedAt", "duration", "lateness", "outcome");
		assertThat(leak.at("/lastRun/outcome").asString()).isEqualTo("success");
		assertThat(leak.get("leak").propertyNames()).containsExactly("reason", "witness", "since");
		List.of("/createdAt", "/nextRun", "/owner/endedAt", "/lastRun/startedAt", "/leak/since")
			.forEach((path) -> assertInstant(leak.at(path)));
		List.of("/lastRun/duration", "/lastRun/lateness").forEach((path) -> assertDuration(leak.at(path)));
	}

	@Test
	void aScheduledMethod() throws Exception {
		JsonNode task = shop.timers("?site=" + WRITE.substring(0, 40)).at("/tasks/0");
		assertThat(task.get("name").asString()).isEqualTo("NightlyReport.write");
		assertThat(task.get("site").asString()).isEqualTo(WRITE);
		assertThat(task.at("/owner/kind").asString()).isEqualTo("bean");
		assertThat(task.at("/owner/name").asString()).isEqualTo("nightlyReport");
		assertThat(task.get("schedule").propertyNames()).containsExactly("kind", "expression");
		assertThat(task.at("/schedule/expression").asString()).isEqualTo("0 0 3 * * *");
	}

	@Test
	void oneTask() throws Exception {
		JsonNode task = shop.timers("/" + leak.get("id").asString());
		assertThat(task.propertyNames()).contains("stack", "history").containsAll(List.of("id", "name", "leak"));
		assertThat(task.at("/stack/0").asString()).isEqualTo(PLACE);
		assertThat(task.get("history").size()).isBetween(1, 10);
		assertInstant(task.at("/history/0/startedAt"));
	}

	@ParameterizedTest
	@CsvSource({ "live, 3", "outlived, 1", "leaked, 1", "retained, 0" })
	void aStateNarrowsTheTasksAndNothingElse(String state, int matched) throws Exception {
		JsonNode answer = shop.timers("?state=" + state);
		assertThat(answer.at("/page/matched").asInt()).isEqualTo(matched);
		assertThat(answer.get("tasks")).hasSize(matched);
		assertThat(answer.get("sites")).hasSameSizeAs(all.get("sites"));
		assertThat(answer.at("/totals/live").asInt()).isEqualTo(3);
		assertThat(answer.get("findings")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "scheduler=taskScheduler, 3", "scheduler=nobody, 0", "owner=request, 1",
			"owner=request:POST%20/leaking/orders, 1", "owner=request:GET%20/, 0", "owner=bean, 2", "owner=session, 0",
			"site=io.timerscope.sample.orders, 1", "site=nowhere, 0", "limit=1000, 3", "after=0, 3", "after=1000, 0",
			"owner=bean&site=io.timerscope.sample.report, 1" })
	void aFilterNarrowsTheTasks(String query, int tasks) throws Exception {
		assertThat(shop.timers("?" + query).get("tasks")).hasSize(tasks);
	}

	@Test
	void pagesFollowEachOther() throws Exception {
		JsonNode first = shop.timers("?limit=2");
		assertThat(first.get("tasks")).hasSize(2);
		assertThat(first.at("/page/matched").asInt()).isEqualTo(3);
		JsonNode last = shop.timers("?limit=2&after=" + first.at("/page/next").asString());
		assertThat(last.get("tasks")).hasSize(1);
		assertThat(last.get("page").has("next")).isFalse();
		assertThat(last.at("/tasks/0/id").asLong()).isGreaterThan(first.at("/tasks/1/id").asLong());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "state=gone | state | live, waiting, running, outlived, leaked, retained, ended",
					"owner=cat | owner | request, session, bean, scope, application", "limit=0 | limit | 1 to 1000",
					"limit=1001 | limit | 1 to 1000", "after=x | after | next",
					"format=xml | format | json, html, text" })
	void aBadValueIsNamedWithWhatTheParameterTakes(String query, String parameter, String takes) throws Exception {
		JsonNode error = shop.timers("?" + query);
		assertThat(error.propertyNames()).containsExactly("status", "parameter", "message");
		assertThat(error.get("status").asInt()).isEqualTo(400);
		assertThat(error.get("parameter").asString()).isEqualTo(parameter);
		assertThat(error.get("message").asString()).contains("'" + parameter + "' takes ", takes);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/999999", "/x", "/-1" })
	void aTaskThatNobodyKnowsIsNotFound(String id) throws Exception {
		assertThat(shop.status("GET", "/actuator/timers" + id)).isEqualTo(404);
		assertThat(shop.status("DELETE", "/actuator/timers" + id)).isEqualTo(404);
	}

	@Test
	void theDumpBeginsWithTheCounts() throws Exception {
		assertThat(shop.text("/actuator/timers?format=text")).startsWith("# live 3, leaked 1\n")
			.contains("\n1 @ taskScheduler outlived-request\n#\t");
	}

	private static void assertInstant(JsonNode node) {
		assertThat(Instant.parse(node.asString())).as(node.asString()).isNotNull();
		assertThat(node.asString()).endsWith("Z");
	}

	private static void assertDuration(JsonNode node) {
		assertThat(Duration.parse(node.asString())).isGreaterThanOrEqualTo(Duration.ZERO);
	}

}
