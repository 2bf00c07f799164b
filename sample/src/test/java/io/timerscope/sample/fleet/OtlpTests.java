package io.timerscope.sample.fleet;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The shop's meters, sent over OTLP.
 */
class OtlpTests {

	@Test
	void theSameMetersArriveAtACollector() throws Exception {
		try (OtlpReceiver collector = new OtlpReceiver();
				RunningShop shop = new RunningShop("--management.otlp.metrics.export.enabled=true",
						"--management.otlp.metrics.export.url=" + collector.url("metrics"),
						"--management.otlp.metrics.export.step=1s")) {
			shop.leak();
			await().atMost(Duration.ofMinutes(1)).until(() -> collector.sum("timerscope.tasks.leaked") == 1);
			assertThat(collector.names()).contains("timerscope.tasks.live", "timerscope.tasks.running",
					"timerscope.tasks.retained", "timerscope.tasks.scheduled", "timerscope.tasks.ended",
					"timerscope.runs", "timerscope.run.lateness", "timerscope.leaks", "timerscope.leaks.recovered",
					"timerscope.findings", "timerscope.guard.state", "timerscope.guard.rejections",
					"timerscope.tracking.errors");
		}
	}

}
