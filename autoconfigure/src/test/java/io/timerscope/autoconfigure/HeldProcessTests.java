package io.timerscope.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.acme.held.HeldApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A process that is really held, as by a debugger or a machine that sleeps. */
@DisabledOnOs(OS.WINDOWS)
class HeldProcessTests {

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
	void aProcessThatWasHeldIsNotBlamedForIt() throws Exception {
		this.application = LeanJvm
			.of(HeldApplication.class,
					List.of("--timerscope.interval=500ms", "--timerscope.requests.grace=12s",
							"--timerscope.stuck-after=12s", "--spring.task.scheduling.pool.size=3"),
					LeanJvm.BARE)
			.redirectOutput(this.directory.resolve("output").toFile())
			.start();
		awaitLines("job", 2);
		long jobs = lines("job");
		signal("STOP");
		await().atMost(LONG).pollDelay(Duration.ofSeconds(13)).until(() -> true);
		signal("CONT");
		awaitLines("done", jobs);
		awaitLines("job", jobs + 2);
		assertThat(Files.readString(this.directory.resolve("output"))).doesNotContain("found ", "Timerscope failed");
	}

	private void awaitLines(String line, long count) {
		await().atMost(LONG).until(() -> lines(line) >= count);
	}

	private long lines(String line) throws IOException {
		return Files.readString(this.directory.resolve("output")).lines().filter(line::equals).count();
	}

	private void signal(String name) throws IOException, InterruptedException {
		Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(this.application.pid())).start();
		assertThat(kill.waitFor()).isZero();
	}

}
