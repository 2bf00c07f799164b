package io.timerscope.benchmarks.cost;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Runs every benchmark for a moment. What it measures means nothing. */
class CostTableTests {

	@Test
	void everyBenchmarkRunsAndEveryRowHasANumber() throws Exception {
		ByteArrayOutputStream progress = new ByteArrayOutputStream();
		String table = new CostTable(new PrintStream(progress, true, StandardCharsets.UTF_8), true).measure(1);
		assertThat(progress.toString(StandardCharsets.UTF_8).lines()).isNotEmpty()
			.allMatch((line) -> line.matches("round 1, \\d+ of \\d+: \\w+\\.\\w+\\{.*} [\\d.]+ ns"));
		assertThat(table.lines().filter((line) -> line.startsWith("| ")).skip(1)).hasSizeGreaterThan(25)
			.noneMatch((line) -> line.contains("NaN") || line.contains("Infinity"));
	}

	@Test
	void theTableOfAnotherJdkIsLeftAlone(@TempDir Path folder) throws Exception {
		Path document = folder.resolve("cost.md");
		String mark = "<!-- table: JDK " + Runtime.version().feature() + " -->\n";
		Files.writeString(document,
				"before\n" + mark + "old\n<!-- end -->\n<!-- table: JDK 8 -->\nkept\n<!-- end -->\n");
		CostTable.write(document, "new");
		assertThat(document)
			.hasContent("before\n" + mark + "\nnew\n<!-- end -->\n<!-- table: JDK 8 -->\nkept\n<!-- end -->\n");
	}

	@Test
	void aDocumentWithoutAPlaceForTheTableIsRefused(@TempDir Path folder) throws Exception {
		Path document = Files.writeString(folder.resolve("cost.md"), "nothing");
		assertThatIllegalArgumentException().isThrownBy(() -> CostTable.write(document, "new"))
			.withMessageContaining("should have a line '<!-- table: JDK");
	}

}
