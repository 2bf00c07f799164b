package io.timerscope.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.acme.restart.RestartApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The real devtools restart an application in a JVM of its own when a file changes. */
class RestartTests {

	private static final String[] DEVTOOLS = { "spring-boot-devtools-[0-9].*" };

	/** A JVM on a busy machine takes its time. */
	private static final Duration LONG = Duration.ofMinutes(2);

	@TempDir
	private Path directory = Path.of("");

	private Process application;

	@AfterEach
	void stop() {
		this.application.destroyForcibly().onExit().join();
	}

	@Test
	void whatTheOldContextLeavesBehindIsNamedByBeanAndTaskAndThread() throws Exception {
		restart("careless");
		await().atMost(LONG)
			.untilAsserted(() -> assertThat(output()).contains(
					"left-behind: after the context closed, bean orders (java.util.concurrent."
							+ "ScheduledThreadPoolExecutor) still has 1 live task: OrderBook.remind (every 1 h, "
							+ "of bean orderBook, scheduled at com.acme.restart.OrderBook.remind(" + "OrderBook.java:",
					"; 1 idle thread: orders-",
					"Next step: nobody shut the executor down; declare its bean with destroyMethod=\"shutdownNow\", and "
							+ "cancel what its owner does not need any more.",
					"left-behind: after the context closed, 1 thread of no tracked bean lives on: cart-timer (bean "
							+ "orderBook, field carts). Next step: shut the executor or Timer down when its owner is "
							+ "destroyed."));
	}

	@Test
	void anApplicationThatEndsWhatItBeganLeavesNothingBehind() throws Exception {
		restart("careful");
		await().atMost(LONG).until(() -> output().contains("one clock"));
		assertThat(output()).doesNotContain("left-behind", "Timerscope failed");
	}

	private void restart(String manners) throws IOException {
		Path watched = Files.createDirectory(this.directory.resolve("watched"));
		this.application = LeanJvm
			.of(RestartApplication.class, List.of("--manners=" + manners, "--timerscope.interval=100ms",
					"--logging.level.io.timerscope.findings=debug", "--spring.main.keep-alive=true",
					"--spring.devtools.restart.additional-paths=" + watched,
					"--spring.devtools.restart.poll-interval=300ms", "--spring.devtools.restart.quiet-period=100ms",
					"--spring.devtools.livereload.enabled=false"), LeanJvm.BARE, DEVTOOLS)
			.redirectOutput(this.directory.resolve("output").toFile())
			.start();
		await().atMost(LONG)
			.untilAsserted(() -> assertThat(output()).contains("started for the 1. time", "found unmanaged f"));
		Files.writeString(watched.resolve("change"), "anything");
		await().atMost(LONG).untilAsserted(() -> assertThat(output()).contains("started for the 2. time"));
	}

	private String output() throws IOException {
		return Files.readString(this.directory.resolve("output"));
	}

}
