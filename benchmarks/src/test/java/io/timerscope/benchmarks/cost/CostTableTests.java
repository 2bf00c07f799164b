package io.timerscope.benchmarks.cost;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs every benchmark for a moment. What it measures means nothing. */
@Tag("long")
class CostTableTests {

	@Test
	void everyBenchmarkRunsAndEveryRowHasANumber() throws Exception {
		ByteArrayOutputStream progress = new ByteArrayOutputStream();
		CostTable.Measured measured = new CostTable(Scale.SMOKE,
				new PrintStream(progress, true, StandardCharsets.UTF_8), List.of())
			.measure(
					List.of(new Line("start-up of the sample", Limits.NONE, new Values(1.2), "%.2f", "4.00 → 4.80 s")));
		String text = measured.text();
		assertThat(progress.toString(StandardCharsets.UTF_8).lines().filter((line) -> line.startsWith("round")))
			.hasSameSizeAs(Rows.cells())
			.allMatch((line) -> line.matches("round 1, \\d+ of \\d+: \\w+\\.\\w+\\{.*} [\\d.]+ ns"));
		assertThat(text.lines().filter((line) -> line.startsWith("| "))).hasSizeGreaterThan(45)
			.noneMatch((line) -> line.contains("NaN") || line.contains("Infinity"));
		assertThat(text).containsPattern("\\| reference objects per one-shot \\| ≤ 0.01 \\| – \\|  \\| -?0\\.0\\d \\|")
			.containsPattern("\\| reference objects per periodic task \\| – \\| – \\|  \\| (0\\.9|1\\.[01])\\d \\|")
			.containsPattern("bar \\[\\d+, \\d+, \\d+, \\d+]\n    line \\[\\d+, \\d+, \\d+, \\d+]")
			.containsPattern("\\| `io.timerscope.record.OneShot` \\|  \\| 56.\\d \\|  \\| 56.\\d \\|")
			.containsPattern("full collections with all of them \\| 3, median [\\d.]+ ms")
			.containsPattern("an atomic step takes [\\d.,]+ ns, a reading of the clock [\\d.,]+ ns")
			.containsPattern("\\| Mono.delay, .* \\| [\\d.]+ \\(7 steps, 1 object, 1 walk\\) \\|")
			.containsPattern("\\| two threads, .* \\| [\\d.]+ \\(7 steps, 1 object\\) \\|");
		assertThat(new InWords(measured.lines()).text()).contains("starts in 4.80 s in place of 4.00 s.")
			.containsPattern("takes [\\d.,]+ ns in place of [\\d.,]+ ns\\.");
	}

}
