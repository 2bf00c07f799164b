package io.timerscope.web;

import java.time.Duration;

import io.timerscope.OwnerKind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten thousand requests of every kind on each server leave nothing behind. */
@Tag("long")
class RequestSoakTests {

	private static final String OWNERS = "io.timerscope.record.TaskOwner";

	private static final int REQUESTS = 5_000;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final long MEGABYTE = 1 << 20;

	@ParameterizedTest
	@CsvSource({ "TOMCAT, cancel, false", "TOMCAT, report, true", "JETTY, cancel, false", "JETTY, report, true" })
	void liveTasksOwnersAndHeapReturnToWhereTheyBegan(RequestServer.Container container, String onEnd,
			boolean careful) {
		try (RequestServer server = new RequestServer(container, "timerscope.requests.on-end=" + onEnd,
				"timerscope.interval=500ms", "logging.level.root=off")) {
			RequestStorm storm = new RequestStorm(server, careful);
			storm.send(REQUESTS / 5);
			settle(server);
			Histogram before = Histogram.ofLiveObjects();
			long scheduled = server.ledger().read().totals().scheduled();
			int answered = storm.send(REQUESTS);
			settle(server);
			assertThat(answered).as("answers to requests that wait for one").isGreaterThan(REQUESTS * 8 / 10);
			assertThat(server.ledger().read().totals().scheduled() - scheduled).isGreaterThan(REQUESTS);
			if (!careful) {
				assertThat(server.ledger().cancelledWithOwner(OwnerKind.REQUEST)).isGreaterThan(REQUESTS);
			}
			assertThat(server.outlived(null)).isEmpty();
			assertThat(server.ledger().trackingErrors()).isZero();
			Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
				Histogram after = Histogram.ofLiveObjects();
				assertThat(after.count(OWNERS)).isLessThan(before.count(OWNERS) + 100);
				assertThat(after.count(RequestOwner.class.getName()))
					.isLessThan(before.count(RequestOwner.class.getName()) + 100);
				assertThat(after.bytes() - before.bytes()).isLessThan(6 * MEGABYTE);
			});
		}
	}

	private static void settle(RequestServer server) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			assertThat(server.open().size()).as("requests that have not ended").isZero();
			assertThat(server.ledger().read().totals().live()).isZero();
		});
	}

}
