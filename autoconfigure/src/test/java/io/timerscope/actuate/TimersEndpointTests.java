package io.timerscope.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;

import com.acme.orders.OrderController;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingKind;
import io.timerscope.finding.Severity;
import io.timerscope.outside.OutsideGroup;
import io.timerscope.outside.OutsideKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.fixture.PlatformWork;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class TimersEndpointTests {

	private final Shop shop = new Shop();

	private final TimersEndpoint endpoint = endpoint(true);

	@AfterEach
	void close() {
		this.shop.close();
	}

	@Test
	void aLeakIsShownInTheWordsOfTheContract() {
		this.shop.leak("POST /orders", 1);
		JsonNode json = json(read("leaked"));
		assertThat(json.path("tasks").path(0).toString()).isEqualTo(
				"""
						{"id":"1","name":"OrderController.place","scheduler":"taskScheduler",\
						"schedule":{"kind":"fixed-rate","period":"PT720H"},"state":"waiting",\
						"owner":{"kind":"request","name":"POST /orders","id":"r-1","endedAt":"2026-11-23T10:13:31Z"},\
						"site":"%s","thread":"%s","createdAt":"2026-11-23T10:13:31Z","nextRun":"NEXT","runs":0,"failures":0,\
						"outlived":true,"leak":{"reason":"outlived-request","witness":"stale","since":"2026-11-23T10:14:01Z"}}"""
					.formatted(OrderController.PLACE, Thread.currentThread().getName())
					.replace("NEXT", json.path("tasks").path(0).path("nextRun").asString()));
		assertThat(json.path("time").asString()).isEqualTo("2026-11-23T10:14:01Z");
		assertThat(json.path("status").asString()).isEqualTo("leaking");
		assertThat(json.path("findings").isArray()).isTrue();
		assertThat(json.path("totals").toString())
			.isEqualTo("{\"scheduled\":1,\"live\":1,\"running\":0,\"outlived\":1,\"leaked\":1,"
					+ "\"retained\":0,\"completed\":0,\"failed\":0,\"cancelled\":0,\"rejected\":0,\"lost\":0,\"recovered\":0}");
		assertThat(json.path("sites").toString()).isEqualTo("[{\"site\":\"" + OrderController.PLACE
				+ "\",\"fingerprint\":\"9b84c187f18b\",\"live\":1,\"outlived\":1,\"leaked\":1,\"scheduled\":1,\"oldest\":\"2026-11-23T10:13:31Z\"}]");
		assertThat(json.path("page").toString()).isEqualTo("{\"limit\":100,\"matched\":1}");
	}

	@Test
	void whatRunsTimersOutsideIsListedAndANoticeChangesNoStatus() {
		Finding notice = new Finding("f1", FindingKind.UNMANAGED, Severity.NOTICE, "order-#", null, 3, Instant.EPOCH,
				"evidence", "advice", List.of(), null, null, "9c1f0a7be2d4");
		TimersEndpoint endpoint = this.shop.endpoint(() -> new Diagnosis(List.of(notice), false,
				List.of(new OutsideGroup("order-#", 3, OutsideKind.POOL, null, "bean orders, field pools", null),
						new OutsideGroup("HikariPool-1:housekeeper", 1, OutsideKind.POOL, "HikariCP", null, null))),
				true);
		JsonNode json = json(endpoint.timers(null, null, null, null, null, null));
		assertThat(json.path("status").asString()).isEqualTo("ok");
		assertThat(json.path("findings").path(0).path("severity").asString()).isEqualTo("notice");
		assertThat(json.path("outside").toString())
			.isEqualTo("[{\"name\":\"order-#\",\"count\":3,\"kind\":\"pool\",\"heldBy\":\"bean orders, field pools\"},"
					+ "{\"name\":\"HikariPool-1:housekeeper\",\"count\":1,\"kind\":\"pool\",\"library\":\"HikariCP\"}]");
	}

	@Test
	void gapsOfTheAttributionAreNamedAndNothingElseIsCalledPartial() {
		assertThat(json(read(null)).path("attribution").toString()).isEqualTo("{\"complete\":true}");
		this.shop.ledger.attribution().partial("set spring.some.property=auto");
		assertThat(json(read(null)).path("attribution").toString())
			.isEqualTo("{\"complete\":false,\"gaps\":[\"set spring.some.property=auto\"]}");
	}

	@Test
	void tasksAndSitesSayThatTheLineIsALibrarys() {
		new PlatformWork(new ConcurrentTaskScheduler(this.shop.scheduler)).begin();
		this.shop.orders.place();
		JsonNode json = json(read(null));
		assertThat(json.path("tasks").path(0).path("library").asBoolean()).isTrue();
		assertThat(json.path("tasks").path(1).has("library")).isFalse();
		assertThat(json.path("sites").path(0).has("library")).isFalse();
		assertThat(json.path("sites").path(1).path("library").asBoolean()).isTrue();
	}

	@Test
	void aTaskSaysThatItsSiteWasInferredAndTheReadingHowRunsAreTimed() {
		for (int i = 0; i < 50; i++) {
			this.shop.orders.remind();
		}
		this.shop.orders.place();
		JsonNode json = json(read(null));
		assertThat(json.path("runTiming").asString()).isEqualTo("every");
		JsonNode tasks = json.path("tasks");
		assertThat(tasks.path(0).has("siteInferred")).isFalse();
		assertThat(tasks.path(49).path("siteInferred").asBoolean()).isTrue();
		assertThat(tasks.path(49).path("site")).isEqualTo(tasks.path(0).path("site"));
		assertThat(tasks.path(50).has("siteInferred")).isFalse();
	}

	@Test
	void anOpenRequestShowsSinceWhenAndWhatIsZeroIsAbsent() {
		Owner request = this.shop.ledger.openOwner(OwnerKind.REQUEST, "POST /orders");
		this.shop.during(request, this.shop.orders::place);
		this.shop.pass(Duration.ofHours(3));
		JsonNode json = json(read(null));
		assertThat(json.path("tasks").path(0).path("owner").toString()).isEqualTo("{\"kind\":\"request\","
				+ "\"name\":\"POST /orders\",\"id\":\"r-1\",\"openedAt\":\"2026-11-23T10:13:31Z\"}");
		assertThat(json.has("cancelledWithOwner")).isFalse();
	}

	@Test
	void aSchedulerIsShownWithItsPoolOrWithTheReasonWhyItIsLeftAlone() {
		this.shop.ledger.schedulers().leaveAlone("forkJoin", "java.util.concurrent.ForkJoinPool", "it is no scheduler");
		this.shop.orders.remind();
		await().until(() -> read(null).schedulers().get(1).activeThreads() == 0);
		assertThat(json(read(null)).path("schedulers").toString())
			.isEqualTo("[{\"name\":\"forkJoin\",\"type\":\"java.util.concurrent.ForkJoinPool\",\"tracked\":false,"
					+ "\"reason\":\"it is no scheduler\"},"
					+ "{\"name\":\"taskScheduler\",\"type\":\"java.util.concurrent.ScheduledThreadPoolExecutor\","
					+ "\"tracked\":true,\"live\":1,\"running\":0,\"leaked\":0,\"retained\":0,\"scheduled\":1,"
					+ "\"poolSize\":1,\"activeThreads\":0,\"queued\":1,\"removeOnCancel\":false,"
					+ "\"lateness\":{\"last\":\"PT0S\",\"max\":\"PT0S\"}}]");
	}

	@Test
	void aDiagnosisThatFailsIsTheReadersToHearAndIsCounted() throws Exception {
		TimersEndpoint broken = this.shop.endpoint(() -> {
			throw new IllegalStateException("findings");
		}, true);
		for (int i = 0; i < 2; i++) {
			assertThatIllegalStateException().isThrownBy(() -> broken.timers(null, null, null, null, null, null))
				.withMessage("findings");
		}
		assertThat(this.shop.ledger.trackingErrors()).isEqualTo(2);
		assertThat(this.shop.scheduler.submit(() -> "ran").get()).isEqualTo("ran");
	}

	@Test
	void pagesFollowEachOtherWithoutGapAndTheLastOneNamesNoNext() {
		this.shop.request("POST /orders", 7);
		List<String> ids = new ArrayList<>();
		String after = null;
		do {
			TimersDescriptor page = this.endpoint.timers(null, null, null, null, "3", after);
			page.tasks().forEach((task) -> ids.add(task.id()));
			assertThat(page.page().matched()).isEqualTo(7);
			after = page.page().next();
		}
		while (after != null);
		assertThat(ids).containsExactly("1", "2", "3", "4", "5", "6", "7");
	}

	@Test
	void filtersNarrowTheTasksAndNothingElse() {
		this.shop.leak("POST /orders", 2);
		this.shop.orders.remind();
		assertThat(this.endpoint.timers(null, null, "request:POST /orders", null, null, null).tasks()).hasSize(2);
		assertThat(this.endpoint.timers(null, null, "application", null, null, null).tasks()).hasSize(1);
		assertThat(this.endpoint.timers(null, "nobody", null, null, null, null).tasks()).isEmpty();
		assertThat(this.endpoint.timers(null, null, null, "com.acme.orders.OrderController.remind", null, null).tasks())
			.hasSize(1);
		TimersDescriptor leaked = this.endpoint.timers("leaked", null, null, null, "1", null);
		assertThat(leaked.tasks()).hasSize(1);
		assertThat(leaked.page().matched()).isEqualTo(2);
		assertThat(leaked.totals().live()).isEqualTo(3);
		assertThat(leaked.sites()).hasSize(2);
	}

	@Test
	void anEndedTaskSaysWhenAndOfARunWhatItThrew() {
		failing();
		TaskDescriptor task = read("ended").tasks().get(0);
		assertThat(task.state()).isEqualTo("failed");
		assertThat(task.endedAt()).isEqualTo("2026-11-23T10:13:31Z");
		assertThat(task.nextRun()).isNull();
		assertThat(task.lastRun()).isNotNull()
			.satisfies((run) -> assertThat(run.outcome()).isEqualTo("failure"))
			.satisfies((run) -> assertThat(run.error()).isEqualTo("java.lang.IllegalStateException: secret: of 1"));
	}

	@Test
	void messagesOfExceptionsCanBeSwitchedOff() {
		failing();
		TaskDescriptor task = endpoint(false).timer("1");
		assertThat(task).isNotNull();
		assertThat(task.lastRun().error()).isEqualTo("java.lang.IllegalStateException");
		assertThat(json(task).toString()).doesNotContain("secret");
	}

	@Test
	void aRunningTaskShowsWhereItsThreadIs() throws Exception {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch over = new CountDownLatch(1);
		this.shop.orders.at(() -> {
			started.countDown();
			try {
				over.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, 0);
		started.await();
		await().until(() -> String.valueOf(this.endpoint.timer("1")).contains("CountDownLatch.await"));
		TaskDescriptor task = this.endpoint.timer("1");
		over.countDown();
		assertThat(task).isNotNull();
		assertThat(task.state()).isEqualTo("running");
		assertThat(task.runningStack())
			.anyMatch((frame) -> frame.startsWith("java.util.concurrent.CountDownLatch.await("));
		assertThat(task.stack()).first().asString().startsWith("com.acme.orders.OrderController.at(");
		assertThat(task.history()).isEmpty();
	}

	@Test
	void aTextOfTheApplicationIsCut() {
		this.shop.request("GET /" + "x".repeat(10_000), 1);
		assertThat(read(null).tasks().get(0).owner().name()).hasSize(256).endsWith("…");
	}

	@Test
	void overOtherTechnologiesABadParameterAndAnUnknownTaskAreInvalidRequests() {
		assertThatExceptionOfType(InvalidEndpointRequestException.class)
			.isThrownBy(() -> this.endpoint.timers("sleeping", null, null, null, null, null))
			.withMessageContaining("'state' takes one of live, waiting");
		assertThatExceptionOfType(InvalidEndpointRequestException.class).isThrownBy(() -> this.endpoint.cancel("7"))
			.withMessage("There is no live task 7");
		assertThat(this.endpoint.timer("7")).isNull();
	}

	@Test
	void aCancelledTaskIsGoneFromItsPool() {
		ScheduledFuture<?> reminder = this.shop.orders.remind();
		TaskDescriptor task = this.endpoint.cancel("1");
		assertThat(reminder.isCancelled()).isTrue();
		assertThat(task).isNotNull();
		assertThat(task.state()).isEqualTo("cancelled");
	}

	private void failing() {
		this.shop.orders.at(() -> {
			throw new IllegalStateException("secret: of 1");
		}, 0);
		await().atMost(Duration.ofSeconds(10)).until(() -> this.shop.ledger.read().totals().failed() == 1);
	}

	private TimersDescriptor read(String state) {
		return this.endpoint.timers(state, null, null, null, null, null);
	}

	private TimersEndpoint endpoint(boolean showMessages) {
		return this.shop.endpoint(() -> Shop.WELL, showMessages);
	}

	private static JsonNode json(Object value) {
		return JsonMapper.shared().valueToTree(value);
	}

}
