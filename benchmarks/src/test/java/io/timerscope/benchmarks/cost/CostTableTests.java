package io.timerscope.benchmarks.cost;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs every benchmark for a moment. What it measures means nothing. */
class CostTableTests {

	@Test
	void everyBenchmarkRunsAndEveryRowHasANumber() throws Exception {
		ByteArrayOutputStream progress = new ByteArrayOutputStream();
		String text = new CostTable(Scale.SMOKE, new PrintStream(progress, true, StandardCharsets.UTF_8)).measure("");
		assertThat(progress.toString(StandardCharsets.UTF_8).lines().filter((line) -> line.startsWith("round")))
			.hasSameSizeAs(Rows.cells())
			.allMatch((line) -> line.matches("round 1, \\d+ of \\d+: \\w+\\.\\w+\\{.*} [\\d.]+ ns"));
		assertThat(text.lines().filter((line) -> line.startsWith("| "))).hasSizeGreaterThan(45)
			.noneMatch((line) -> line.contains("NaN") || line.contains("Infinity"));
		assertThat(text).contains("| reference objects per one-shot | ≤ 0.01 | – | 0.00 |  | met |")
			.containsPattern("bar \\[\\d+, \\d+, \\d+, \\d+]\n    line \\[\\d+, \\d+, \\d+, \\d+]")
			.containsPattern("\\| `io.timerscope.record.OneShot` \\|  \\| 56.\\d \\|  \\| 56.\\d \\|")
			.containsPattern("full collections with all of them \\| 3, median [\\d.]+ ms");
	}

}
