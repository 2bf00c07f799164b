package io.timerscope.compatibility;

import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.assertj.core.api.ThrowableAssert;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/** What Timerscope does, whatever it runs on. Each is asked of a running application. */
enum Behaviour {

	/** The scheduler bean is tracked, and still of its type. */
	WRAPPING("wrapping") {

		@Override
		void check(Client client) throws Exception {
			List<String> tracked = client.read("/actuator/timers", "$.schedulers[?(@.tracked == true)].type");
			assertThat(tracked).hasSize(1);
			assertThat(client.body("/types")).contains(tracked.get(0));
		}

	},

	/** Requests own what they schedule, and beans own their @Scheduled methods. */
	OWNERS("owners") {

		@Override
		void check(Client client) throws Exception {
			client.body("/orders/1");
			assertThat(matched(client, "owner=request:GET%20/orders/%7Bid%7D")).isPositive();
			List<String> names = client.read("/actuator/timers?owner=bean", "$.tasks[*].name");
			assertThat(names).contains("NightlyReport.write");
		}

	},

	/** Orders that leak are found, with the line. */
	FINDINGS("findings") {

		@Override
		void check(Client client) throws Exception {
			for (int i = 0; i < 6; i++) {
				client.body("/orders/" + i);
			}
			eventually(() -> {
				List<String> subjects = client.read("/actuator/timers",
						"$.findings[?(@.kind == 'outlived-request')].subject");
				assertThat(subjects).singleElement()
					.asString()
					.startsWith("com.acme.shop.web.OrderController.place(OrderController.java:");
			});
			assertThat(matched(client, "state=leaked")).isPositive();
		}

	},

	/** The JSON with each parameter, one task, and what is not understood. */
	ENDPOINT("endpoint") {

		@Override
		void check(Client client) throws Exception {
			client.body("/orders/1");
			client.body("/orders/2");
			for (String state : List.of("live", "waiting", "running", "outlived", "leaked", "retained", "ended")) {
				matched(client, "state=" + state);
			}
			String scheduler = client.<List<String>>read("/actuator/timers", "$.schedulers[*].name").get(0);
			assertThat(matched(client, "scheduler=" + scheduler)).isPositive();
			assertThat(matched(client, "site=com.acme.shop.web.OrderController.place")).isPositive();
			assertThat(matched(client, "site=com.nobody.")).isZero();
			List<String> first = client.read("/actuator/timers?limit=1", "$.tasks[*].id");
			String next = client.read("/actuator/timers?limit=1", "$.page.next");
			List<String> second = client.read("/actuator/timers?limit=1&after=" + next, "$.tasks[*].id");
			assertThat(first).hasSize(1).doesNotContainAnyElementsOf(second);
			assertThat(client.body("/actuator/timers?format=text")).startsWith("# live");
			assertThat(client.body("/actuator/timers?format=json")).contains("\"totals\"");
			assertThat(client.get("/actuator/timers?format=pprof").statusCode()).isEqualTo(200);
			assertThat(client.get("/actuator/timers", "Accept", "text/plain").body()).startsWith("# live");
			assertThat(client.body("/actuator/timers/" + first.get(0))).contains("\"history\"");
			assertThat(client.get("/actuator/timers/999999").statusCode()).isEqualTo(404);
			for (String bad : List.of("state=nonsense", "owner=nonsense", "limit=0", "after=x", "format=nonsense")) {
				HttpResponse<String> answer = client.get("/actuator/timers?" + bad);
				assertThat(answer.statusCode()).as(bad).isEqualTo(400);
				assertThat(answer.body()).contains("Parameter '" + bad.substring(0, bad.indexOf('=')) + "' takes");
			}
		}

	},

	/** An operator ends a task. */
	CANCEL("cancel") {

		@Override
		void check(Client client) throws Exception {
			client.body("/orders/1");
			String id = client.<List<String>>read("/actuator/timers?owner=request", "$.tasks[*].id").get(0);
			assertThat(client.delete("/actuator/timers/" + id).statusCode()).isEqualTo(204);
			assertThat(client.delete("/actuator/timers/" + id).statusCode()).isEqualTo(404);
			client.body("/orders/1");
			client.body("/orders/2");
			HttpResponse<String> all = client.delete("/actuator/timers?site=com.acme.shop.web.OrderController.place");
			assertThat(all.statusCode()).isEqualTo(200);
			assertThat(JsonPath.<Integer>read(all.body(), "$.cancelled")).isGreaterThan(1);
			assertThat(client.delete("/actuator/timers").statusCode()).isEqualTo(400);
		}

	},

	/** A rule for the life of the process. */
	RULES("rules") {

		@Override
		void check(Client client) throws Exception {
			HttpResponse<String> rule = client.post("/actuator/timers/rules",
					"{\"site\":\"com.acme.Nobody#nothing\",\"ignore\":\"true\"}");
			assertThat(rule.statusCode()).as(rule.body()).isEqualTo(200);
			Object number = JsonPath.read(rule.body(), "$.number");
			List<String> sites = client.read("/actuator/timers", "$.rules[*].site");
			assertThat(sites).containsExactly("com.acme.Nobody#nothing");
			assertThat(client.delete("/actuator/timers/rules/" + number).statusCode()).isEqualTo(204);
		}

	},

	/** The component of the health. */
	HEALTH("health") {

		@Override
		void check(Client client) throws Exception {
			assertThat(client.<String>read("/actuator/health", "$.components.timers.status")).isEqualTo("UP");
			assertThat(client.<Integer>read("/actuator/health", "$.components.timers.details.live")).isPositive();
		}

	},

	/** Gauges, counters and timers. */
	METERS("meters") {

		@Override
		void check(Client client) throws Exception {
			List<Double> live = client.read("/actuator/metrics/timerscope.tasks.live", "$.measurements[*].value");
			assertThat(live.get(0)).isPositive();
			List<Double> scheduled = client.read("/actuator/metrics/timerscope.tasks.scheduled",
					"$.measurements[*].value");
			assertThat(scheduled.get(0)).isPositive();
			List<Double> errors = client.read("/actuator/metrics/timerscope.tracking.errors",
					"$.measurements[*].value");
			assertThat(errors.get(0)).isZero();
		}

	},

	/** What a browser gets. */
	PAGE("page") {

		@Override
		void check(Client client) throws Exception {
			HttpResponse<String> page = client.get("/actuator/timers", "Accept",
					"text/html,application/xhtml+xml,*/*;q=0.8");
			assertThat(page.statusCode()).isEqualTo(200);
			assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
			assertThat(page.body()).contains("<title>", "Content-Security-Policy");
		}

	},

	/** The ways to schedule that Framework 7 removed. */
	LISTENABLE("submitListenable") {

		@Override
		void check(Client client) throws Exception {
			String answer = client.body("/listenable");
			if (client.application().fact("spring framework").startsWith("6.")) {
				assertThat(answer).startsWith("future of ");
				eventually(() -> assertThat(
						matched(client, "state=ended&site=com.acme.shop.web.OrderController.listenable"))
					.isEqualTo(1));
			}
			else {
				assertThat(answer).isEqualTo("no such method");
			}
		}

	},

	/** Sessions own what they and their messages schedule, until they close. */
	SESSIONS("WebSocket and STOMP") {

		@Override
		void check(Client client) throws Exception {
			WebSocket plain = client.socket("/plain");
			WebSocket stomp = client.socket("/stomp");
			stomp.sendText("CONNECT\naccept-version:1.2\nhost:shop\n\n\0", true).join();
			stomp.sendText("SEND\ndestination:/app/watch\n\nbook\0", true).join();
			eventually(() -> assertThat(matched(client, "owner=session")).isEqualTo(2));
			plain.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
			stomp.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
			eventually(() -> assertThat(matched(client, "owner=session&state=outlived")).isEqualTo(2));
		}

	},

	/** Strangers are turned away. */
	SECURITY("access") {

		@Override
		void check(Client client) throws Exception {
			assertThat(client.anonymous("/actuator/timers").statusCode()).isEqualTo(401);
			assertThat(client.get("/actuator/timers").statusCode()).isEqualTo(200);
		}

	},

	/** Without an endpoint, from inside. */
	INSIDE("wrapping, owners, findings, guard") {

		@Override
		void check(Client client) throws Exception {
			for (int i = 0; i < 6; i++) {
				client.body("/orders/" + i);
			}
			assertThat(client.body("/facts")).contains(
					"tracked taskScheduler org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler",
					"task OrderController.place of request GET /orders/{id}", "task NightlyReport.write of bean ",
					"health false");
			eventually(() -> assertThat(client.body("/facts"))
				.contains("finding outlived-request com.acme.shop.web.OrderController.place"));
			eventually(() -> assertThat(client.body("/flood?n=400")).contains("then refused"));
		}

	},

	/** Last, since it refuses what others would schedule. */
	GUARD("guard") {

		@Override
		void check(Client client) throws Exception {
			eventually(() -> assertThat(client.body("/flood?n=400")).contains("then refused"));
			assertThat(client.<String>read("/actuator/timers", "$.status")).isEqualTo("shedding");
			assertThat(client.get("/actuator/health").body()).contains("\"OUT_OF_SERVICE\"");
		}

	};

	private final String label;

	Behaviour(String label) {
		this.label = label;
	}

	/** Fails if it is not so. */
	abstract void check(Client client) throws Exception;

	@Override
	public String toString() {
		return this.label;
	}

	private static int matched(Client client, String query) throws Exception {
		return client.read("/actuator/timers?" + query, "$.page.matched");
	}

	private static void eventually(ThrowableAssert.ThrowingCallable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion::call);
	}

}
