package io.timerscope.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Meter;
import io.timerscope.LeakReason;
import io.timerscope.OwnerKind;
import io.timerscope.RunOutcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of meters in {@code docs/operating.md} is that of the code. */
class MetersPageTests {

	@Test
	void theTableHasEachMeterWithItsTypeItsTagsAndItsSentence() throws IOException {
		String table = Stream.of(TimerscopeMeter.values()).map(MetersPageTests::row).collect(Collectors.joining("\n"));
		assertThat(Files.readString(Path.of("..", "docs", "operating.md")))
			.contains("|---|---|---|---|\n" + table + "\n\n");
	}

	@Test
	void theTableOfTagsHasEachValue() throws IOException {
		assertThat(Files.readString(Path.of("..", "docs", "operating.md")))
			.contains("| `owner` | " + values(Stream.of(OwnerKind.values()).map(OwnerKind::label)) + " |")
			.contains("| `reason` | " + values(Stream.of(LeakReason.values()).map(LeakReason::label)) + " |")
			.contains("| `outcome` of runs | " + values(Stream.of(RunOutcome.values()).map(RunOutcome::label)) + " |");
	}

	private static String values(Stream<String> labels) {
		return labels.map((label) -> "`" + label + "`").collect(Collectors.joining(", "));
	}

	private static String row(TimerscopeMeter meter) {
		Meter.Type type = meter.type;
		String tags = meter.keys.stream().map((key) -> "`" + key + "`").collect(Collectors.joining(", "));
		return "| `%s` | %s | %s | %s |".formatted(meter.meterName, type.name().toLowerCase(Locale.ROOT),
				tags.isEmpty() ? "–" : tags, meter.sentence);
	}

}
