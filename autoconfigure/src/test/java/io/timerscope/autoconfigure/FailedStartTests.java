package io.timerscope.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.acme.failing.FailingApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An application that does not start, and whose process does not end. */
class FailedStartTests {

	@TempDir
	private Path directory = Path.of("");

	private Process application;

	@AfterEach
	void stop() {
		this.application.destroyForcibly().onExit().join();
	}

	@Test
	void aStartThatFailsIsAClose() throws Exception {
		this.application = LeanJvm.of(FailingApplication.class, List.of("--server.port=0"), LeanJvm.BARE)
			.redirectOutput(this.directory.resolve("output").toFile())
			.start();
		await().atMost(Duration.ofMinutes(2))
			.untilAsserted(() -> assertThat(output()).contains("out of stock",
					"left-behind: after the start of the context failed, bean orders (java.util.concurrent."
							+ "ScheduledThreadPoolExecutor) still has 1 live task: FailingApplication.failing "
							+ "(every 1 h",
					"declare its bean with destroyMethod=\"shutdownNow\"",
					"left-behind: after the start of the context failed, 1 thread of no tracked bean lives on: carts"));
		assertThat(this.application.isAlive()).isTrue();
		assertThat(output()).doesNotContain("Timerscope failed");
	}

	private String output() throws IOException {
		return Files.readString(this.directory.resolve("output"));
	}

}
