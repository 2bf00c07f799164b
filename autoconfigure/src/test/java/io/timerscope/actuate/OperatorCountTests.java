package io.timerscope.actuate;

import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import com.acme.orders.Archive;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.finding.Inspection;
import io.timerscope.metrics.TimerscopeMeterBinder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an operator does is counted alike over HTTP and JMX, and kept for an hour. */
class OperatorCountTests {

	private final MBeanServer mbeans = ManagementFactory.getPlatformMBeanServer();

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final Shop shop = new Shop();

	private final Archive archive = new Archive(this.shop.scheduler);

	@AfterEach
	void close() {
		this.shop.close();
	}

	@Test
	void eachActionIsCountedOverHttp() {
		this.shop.leak("POST /orders", 3);
		try (TimersServer server = serve("http")) {
			bind(server);
			assertThat(send(server, "DELETE", "/1")).isEqualTo(204);
			assertThat(send(server, "DELETE", "/1")).isEqualTo(404);
			assertThat(send(server, "DELETE", "?scheduler=taskScheduler")).isEqualTo(200);
			assertThat(send(server, "DELETE", "")).isEqualTo(400);
			assertThat(server.post("/rules", "{\"site\":\"com.acme.**\",\"ignore\":true}").statusCode()).isEqualTo(200);
			assertThat(server.post("/rules", "{\"site\":\"com.acme.**\",\"grace\":\"x\"}").statusCode()).isEqualTo(400);
			assertThat(send(server, "DELETE", "/rules/1")).isEqualTo(204);
			String dead = findDead(server);
			assertThat(server.post("/findings/" + dead, "{\"acknowledged\":true}").statusCode()).isEqualTo(204);
			assertEachIsCountedOnce();
			JsonNode hour = server.json("?format=hour");
			assertThat(hour.path("events").findValuesAsString("kind")).containsSubsequence("acknowledge", "remove-rule",
					"add-rule", "cancel-many", "cancel");
			assertThat(hour.path("events").findValuesAsString("subject"))
				.contains("cancelled 2 of 2 tasks (scheduler=taskScheduler)");
			assertThat(server.json("").path("lastHour").propertyNames()).containsExactly("since", "scheduled", "leaked",
					"recovered", "died", "raised", "resolved");
			assertThat(server.json("").path("lastHour").path("died").asInt()).isOne();
		}
	}

	@Test
	void eachActionIsOfferedAndCountedOverJmx() throws Exception {
		this.shop.leak("POST /orders", 3);
		try (TimersServer server = serve("jmx")) {
			bind(server);
			assertThat(this.mbeans.getMBeanInfo(name("jmx")).getOperations()).extracting(MBeanOperationInfo::getName)
				.containsExactlyInAnyOrder("timers", "timer", "cancel", "cancelAll", "add", "remove", "acknowledge",
						"kept");
			invoke("jmx", "cancel", "1");
			assertThat(invoke("jmx", "cancelAll", null, "taskScheduler", null, null).toString())
				.contains("cancelled=2");
			invoke("jmx", "add", "rules", "com.acme.**", null, null, null, null, "true");
			invoke("jmx", "remove", "rules", "1");
			String dead = findDead(server);
			this.mbeans.invoke(name("jmx"), "acknowledge", new Object[] { "findings", dead, true },
					new String[] { String.class.getName(), String.class.getName(), Boolean.class.getName() });
			assertEachIsCountedOnce();
		}
	}

	@Test
	void whatLeakedTasksKeepIsToldByTypeAndBytes() throws Exception {
		for (int i = 0; i < 20; i++) {
			Owner scope = this.shop.ledger.openOwner(OwnerKind.SCOPE, "import");
			this.shop.during(scope, this.archive::lookAgain);
			this.shop.ledger.ownerEnded(scope);
		}
		this.shop.pass(Duration.ofMinutes(1));
		try (TimersServer server = serve("kept")) {
			bind(server);
			String fingerprint = server.json("").at("/sites/0/fingerprint").asString();
			JsonNode kept = json(server.send("POST", "/sites/" + fingerprint + "/kept", Map.of("Accept", "*/*")));
			assertThat(kept.path("words").asString())
				.startsWith("20 leaked tasks keep about 20 MB: 20 MB in 20 of byte[], ");
			assertThat(kept.path("leaked").asInt()).isEqualTo(20);
			assertThat(kept.path("complete").asBoolean()).isTrue();
			assertThat(kept.path("limits").asString()).isEqualTo("at most 200000 objects and 500 ms");
			assertThat(kept.at("/types/0/type").asString()).isEqualTo("byte[]");
			String byName = "/sites/com.acme.orders.Archive%23lookAgain/kept";
			assertThat(send(server, "POST", byName)).isEqualTo(200);
			assertThat(send(server, "POST", "/sites/none/kept")).isEqualTo(404);
			assertThat(send(server, "POST", "/sites/" + fingerprint + "/eaten")).isEqualTo(404);
			assertThat(invoke("kept", "kept", "sites", fingerprint, "kept").toString()).contains("20 MB");
			assertThat(this.registry.find("timerscope.operator.actions").functionCounters())
				.allMatch((counter) -> counter.count() == 0);
		}
	}

	@Test
	void whatTasksKeepIsNotToldWithoutUnrestrictedAccess() {
		this.shop.leak("POST /orders", 1);
		try (TimersServer server = TimersServer.start(TimersServer.Kind.TOMCAT, this.shop.ledger)) {
			String fingerprint = server.json("").at("/sites/0/fingerprint").asString();
			assertThat(send(server, "POST", "/sites/" + fingerprint + "/kept")).isIn(404, 405);
		}
	}

	private String findDead(TimersServer server) {
		this.archive.breakDown();
		await().untilAsserted(() -> assertThat(server.json("?state=ended").path("tasks").findValuesAsString("state"))
			.contains("failed"));
		server.context().getBean(Inspection.class).tick();
		JsonNode dead = server.json("").path("findings").path(0);
		assertThat(dead.path("kind").asString()).isEqualTo("dead");
		return dead.path("id").asString();
	}

	private void bind(TimersServer server) {
		server.context().getBean(TimerscopeMeterBinder.class).bindTo(this.registry);
	}

	private void assertEachIsCountedOnce() {
		for (String action : new String[] { "cancel", "cancel-many", "add-rule", "remove-rule", "acknowledge" }) {
			assertThat(this.registry.get("timerscope.operator.actions").tag("action", action).functionCounter().count())
				.as(action)
				.isOne();
		}
	}

	private static int send(TimersServer server, String method, String tail) {
		return server.send(method, tail, Map.of("Accept", "*/*")).statusCode();
	}

	private Object invoke(String context, String operation, String... parameters) throws Exception {
		String[] types = new String[parameters.length];
		Arrays.fill(types, String.class.getName());
		return this.mbeans.invoke(name(context), operation, parameters, types);
	}

	private static ObjectName name(String context) throws Exception {
		return new ObjectName("org.springframework.boot:type=Endpoint,name=Timers,test=" + context);
	}

	private TimersServer serve(String context) {
		return TimersServer.start(TimersServer.Kind.TOMCAT, this.shop.ledger,
				"management.endpoint.timers.access=unrestricted", "spring.jmx.enabled=true",
				"management.endpoints.jmx.exposure.include=timers",
				"management.endpoints.jmx.static-names=test=" + context);
	}

	private static JsonNode json(HttpResponse<byte[]> answer) {
		return JsonMapper.shared().readTree(new String(answer.body(), StandardCharsets.UTF_8));
	}

}
