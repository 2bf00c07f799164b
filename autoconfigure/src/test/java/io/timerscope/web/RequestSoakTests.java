package io.timerscope.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.timerscope.TaskQuery;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten thousand requests of every kind leave nothing behind. */
@Disabled("known weakness: of thousands of requests that Tomcat serves at once, an aborted one has been seen never to end")
class RequestSoakTests {

	private static final int REQUESTS = 5_000;

	private static final int AT_ONCE = 100;

	private static final int ABORTED = 5;

	private static final long MEGABYTE = 1 << 20;

	@ParameterizedTest
	@CsvSource({ "TOMCAT, cancel, false", "JETTY, report, true" })
	void liveTasksOwnersAndHeapReturnToWhereTheyBegan(RequestServer.Container container, String onEnd,
			boolean careful) {
		try (RequestServer server = new RequestServer(container, "timerscope.requests.on-end=" + onEnd,
				"logging.level.root=off")) {
			round(server, 4 * AT_ONCE, careful);
			settle(server);
			long heapBefore = heap();
			round(server, REQUESTS, careful);
			settle(server);
			assertThat(server.ledger().read().totals().scheduled()).isGreaterThan(REQUESTS);
			assertThat(server.leaked(null)).isEmpty();
			assertThat(server.ledger().trackingErrors()).isZero();
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(heap() - heapBefore).isLessThan(8 * MEGABYTE));
		}
	}

	private static void round(RequestServer server, int requests, boolean careful) {
		for (int done = 0; done < requests; done += AT_ONCE) {
			List<CompletableFuture<?>> answers = new ArrayList<>();
			for (int i = 0; i < AT_ONCE - ABORTED; i++) {
				answers.add(server.get(path(i) + "careful=" + careful));
			}
			for (int i = 0; i < ABORTED; i++) {
				server.abort("/events/aborted?timeout=500&careful=" + careful);
			}
			answers.forEach(CompletableFuture::join);
		}
	}

	private static String path(int i) {
		return switch (i % 6) {
			case 0 -> "/callable/" + i + "?";
			case 1 -> "/events/" + i + "?count=1&";
			case 2 -> "/stream/" + i + "?";
			case 3 -> "/failing/" + i + "?";
			case 4 -> "/raw/" + i + "?";
			default -> "/plain/" + i + "?";
		};
	}

	private static void settle(RequestServer server) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(server.live(null)).isEmpty());
		TaskQuery all = TaskQuery.DEFAULT;
		assertThat(server.ledger().read().snapshot(all).totals().live()).isZero();
	}

	private static long heap() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

}
