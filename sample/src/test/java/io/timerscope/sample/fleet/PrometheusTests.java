package io.timerscope.sample.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.scheduling.TaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The shop, watched by a real Prometheus.
 */
@RequiresProgram("prometheus")
class PrometheusTests {

	private static final String ALERT = "TimerscopeTasksLeaked";

	private static RunningShop shop;

	private static Prometheus prometheus;

	@BeforeAll
	static void start(@TempDir Path folder) throws IOException {
		shop = new RunningShop();
		prometheus = new Prometheus(folder, shop.port());
		await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> !prometheus.query("up == 1").isEmpty());
	}

	@AfterAll
	static void stop() throws InterruptedException {
		prometheus.close();
		shop.close();
	}

	@Test
	void aLeakIsPendingThenFiringThenResolvedWhenItEnds() throws Exception {
		assertThat(prometheus.states(ALERT)).isEmpty();
		shop.leak();
		await().atMost(Duration.ofMinutes(1)).until(() -> prometheus.states(ALERT), List.of("pending")::equals);
		await().atMost(Duration.ofMinutes(1)).until(() -> prometheus.states(ALERT), List.of("firing")::equals);
		shop.cancelLeaks();
		await().atMost(Duration.ofMinutes(1)).until(() -> prometheus.states(ALERT), List::isEmpty);
	}

	@Test
	void aSchedulerWhoseOnlyThreadIsHeldIsStarvingAlthoughNoRunStarts() {
		CountDownLatch held = new CountDownLatch(1);
		TaskScheduler scheduler = shop.bean(TaskScheduler.class);
		ScheduledFuture<?> holder = scheduler.schedule(() -> awaitUninterruptibly(held), Instant.now());
		ScheduledFuture<?> waiting = scheduler.scheduleAtFixedRate(() -> {
		}, Instant.now().plusMillis(200), Duration.ofHours(1));
		try {
			for (String alert : List.of("TimerscopeRunsLate", "TimerscopeSchedulerStarving")) {
				await().atMost(Duration.ofMinutes(1)).until(() -> prometheus.states(alert), List.of("firing")::equals);
			}
		}
		finally {
			held.countDown();
			holder.cancel(false);
			waiting.cancel(false);
		}
		await().atMost(Duration.ofMinutes(1)).until(() -> prometheus.states("TimerscopeRunsLate"), List::isEmpty);
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@ParameterizedTest
	@MethodSource
	void everyPanelHasData(Panel panel) {
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(prometheus.query(panel.query())).as(panel.query())
				.anySatisfy((value) -> assertThat(value).isNotEqualTo("NaN")));
	}

	static Stream<Panel> everyPanelHasData() throws IOException {
		return Panel.all(Path.of("..", "observability", "grafana-dashboard.json"))
			.filter((panel) -> !panel.query().matches(".*timerscope_(site|job)_.*")); // see
																						// LineAlertTests
	}

}
