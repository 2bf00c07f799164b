package io.timerscope.sample.fleet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The check for scripts, against the shop.
 */
@RequiresProgram("curl")
class CheckScriptTests {

	@Test
	void itSaysWhetherSomethingLeaks() throws Exception {
		try (RunningShop shop = new RunningShop()) {
			assertThat(check(shop.port()))
				.isEqualTo(new Verdict(0, "TIMERS OK: 2 live, 0 running, 0 leaked, 0 retained"));
			shop.leak();
			await().atMost(Duration.ofMinutes(1)).until(() -> check(shop.port()).code() == 1);
			assertThat(check(shop.port()).line()).matches("TIMERS LEAKING: 3 live, [01] running, 1 leaked, 0 retained");
			shop.cancelLeaks();
			assertThat(check(shop.port()).code()).isZero();
		}
	}

	@Test
	void itSaysThatHealthIsDown() throws Exception {
		try (RunningShop shop = new RunningShop("--timerscope.health.max-leaked=0")) {
			shop.leak();
			await().atMost(Duration.ofMinutes(1)).until(() -> check(shop.port()).code() == 2);
			assertThat(check(shop.port()).line()).startsWith("TIMERS DOWN: 3 live");
		}
	}

	@Test
	void itSaysWhenItKnowsNothing() throws Exception {
		assertThat(check(1))
			.isEqualTo(new Verdict(3, "TIMERS UNKNOWN: no answer from http://127.0.0.1:1/actuator/health/timers"));
		try (RunningShop shop = new RunningShop("--management.endpoint.health.show-details=never")) {
			assertThat(check(shop.port()).code()).isEqualTo(3);
		}
		try (RunningShop shop = new RunningShop("--management.health.timers.enabled=false")) {
			assertThat(check(shop.port()).line()).endsWith("says nothing of timers");
		}
	}

	private static Verdict check(int port) throws Exception {
		Process process = new ProcessBuilder("sh", Path.of("check.sh").toString(), "http://127.0.0.1:" + port)
			.redirectErrorStream(true)
			.start();
		String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		return new Verdict(process.waitFor(), line);
	}

	private record Verdict(int code, String line) {
	}

}
