package io.timerscope.actuate;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.timerscope.actuate.TimersServer.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a caller gets who asks a server for the virtual threads. */
class ThreadsOverHttpTests {

	private static final String ALLOWED = "timerscope.endpoint.threads=true";

	private static final String VIEW = "?view=threads";

	private static final Executor A_THREAD_EACH = (work) -> new Thread(work).start();

	private final Shop shop = new Shop();

	private final CountDownLatch over = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.over.countDown();
		this.shop.close();
	}

	@ParameterizedTest
	@EnumSource
	void itIsForbiddenUnlessItIsAllowed(Kind kind) {
		try (TimersServer server = TimersServer.start(kind, this.shop.ledger)) {
			HttpResponse<byte[]> answer = server.get(VIEW);
			assertThat(answer.statusCode()).isEqualTo(403);
			assertThat(error(answer)).contains("set timerscope.endpoint.threads=true");
			assertThat(server.get("").statusCode()).isEqualTo(200);
		}
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "this JDK has virtual threads")
	void anOlderJdkDoesNotImplementIt() {
		try (TimersServer server = TimersServer.start(Kind.TOMCAT, this.shop.ledger, ALLOWED)) {
			HttpResponse<byte[]> answer = server.get(VIEW);
			assertThat(answer.statusCode()).isEqualTo(501);
			assertThat(error(answer)).contains("Virtual threads need JDK 21 or newer");
		}
	}

	@ParameterizedTest
	@EnumSource
	@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads need JDK 21")
	void sleepersAreShownInEachFormat(Kind kind) throws Exception {
		CountDownLatch begun = new CountDownLatch(50);
		for (int i = 0; i < 50; i++) {
			startVirtual(() -> sleep(begun));
		}
		begun.await();
		try (TimersServer server = TimersServer.start(kind, this.shop.ledger, ALLOWED)) {
			JsonNode json = json(server.get(VIEW + "&format=json"));
			assertThat(json.path("view").asString()).isEqualTo("threads");
			assertThat(json.path("complete").asBoolean()).isTrue();
			assertThat(json.path("sleeping").asInt()).isGreaterThanOrEqualTo(50);
			JsonNode sleepers = json.path("groups")
				.valueStream()
				.filter((group) -> group.path("stack").toString().contains("ThreadsOverHttpTests.sleep"))
				.findFirst()
				.orElseThrow();
			assertThat(sleepers.path("count").asInt()).isGreaterThanOrEqualTo(50);
			assertThat(sleepers.path("sleeping").asBoolean()).isTrue();
			HttpResponse<byte[]> text = server.get(VIEW + "&format=text");
			assertThat(text.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
			assertThat(new String(text.body(), StandardCharsets.UTF_8)).startsWith("# virtual threads ")
				.contains("@ sleeping", "ThreadsOverHttpTests.sleep");
			assertThat(server.get(VIEW + "&format=pprof").body()).startsWith(0x1f, 0x8b);
			assertThat(server.get(VIEW + "&format=stacks").statusCode()).isEqualTo(400);
			assertThat(server.get("?view=heap").statusCode()).isEqualTo(400);
		}
	}

	/** Every one that is turned away is told why; at least one is answered. */
	@Test
	@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads need JDK 21")
	void oneDumpIsTakenAtATime() {
		try (TimersServer server = TimersServer.start(Kind.TOMCAT, this.shop.ledger, ALLOWED)) {
			List<CompletableFuture<HttpResponse<byte[]>>> answers = Stream
				.generate(() -> CompletableFuture.supplyAsync(() -> server.get(VIEW + "&format=json"), A_THREAD_EACH))
				.limit(12)
				.toList();
			assertThat(answers).extracting((answer) -> answer.join().statusCode()).contains(200).isSubsetOf(200, 429);
			assertThat(answers).filteredOn((answer) -> answer.join().statusCode() == 429)
				.allSatisfy(
						(answer) -> assertThat(error(answer.join())).contains("Another dump of threads is under way"));
			assertThat(server.get(VIEW + "&format=json").statusCode()).isEqualTo(200);
		}
	}

	private static String error(HttpResponse<byte[]> answer) {
		return json(answer).toString();
	}

	private static JsonNode json(HttpResponse<byte[]> answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	private void sleep(CountDownLatch begun) {
		begun.countDown();
		try {
			while (this.over.getCount() > 0) {
				TimeUnit.SECONDS.sleep(1);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** There is no such method yet where this is compiled. */
	private static void startVirtual(Runnable task) throws Exception {
		Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
	}

}
