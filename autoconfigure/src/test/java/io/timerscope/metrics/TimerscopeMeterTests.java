package io.timerscope.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TimerscopeMeter}.
 */
class TimerscopeMeterTests {

	@Test
	void namesAndTagsAreThePromisedOnes() {
		Map<String, List<String>> meters = new TreeMap<>();
		Arrays.stream(TimerscopeMeter.values()).forEach((meter) -> meters.put(meter.meterName, meter.keys));
		assertThat(meters).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
				Map.entry("timerscope.tasks.live", List.of("scheduler", "owner")),
				Map.entry("timerscope.tasks.running", List.of("scheduler")),
				Map.entry("timerscope.tasks.leaked", List.of("scheduler", "owner")),
				Map.entry("timerscope.tasks.retained", List.of("scheduler")),
				Map.entry("timerscope.tasks.scheduled", List.of("scheduler")),
				Map.entry("timerscope.tasks.ended", List.of("scheduler", "outcome")),
				Map.entry("timerscope.runs", List.of("scheduler", "schedule", "outcome")),
				Map.entry("timerscope.run.lateness", List.of("scheduler")),
				Map.entry("timerscope.findings", List.of("kind")), Map.entry("timerscope.leaks", List.of("reason")),
				Map.entry("timerscope.leaks.recovered", List.of("reason")),
				Map.entry("timerscope.guard.state", List.of()), Map.entry("timerscope.guard.rejections", List.of()),
				Map.entry("timerscope.operator.actions", List.of("action")),
				Map.entry("timerscope.tracking.errors", List.of()),
				Map.entry("timerscope.common.pool.delayed", List.of()),
				Map.entry("timerscope.site.live", List.of("site", "fingerprint")),
				Map.entry("timerscope.site.leaked", List.of("site", "fingerprint", "reason")),
				Map.entry("timerscope.job.success.age", List.of("job", "scheduler"))));
	}

	@ParameterizedTest
	@EnumSource
	void everySentenceSaysSomethingOfItsOwn(TimerscopeMeter meter) {
		assertThat(meter.sentence).matches("[A-Z].{15,}[^.]");
		assertThat(Arrays.stream(TimerscopeMeter.values()).map((it) -> it.sentence)).containsOnlyOnce(meter.sentence);
	}

	@Test
	void operatingTellsOfEveryMeterInItsOwnWords() throws IOException {
		assertThat(Files.readAllLines(Path.of("..", "docs", "operating.md")))
			.containsSequence(Arrays.stream(TimerscopeMeter.values()).map(TimerscopeMeterTests::row).toList());
	}

	private static String row(TimerscopeMeter meter) {
		String tags = meter.keys.isEmpty() ? "–"
				: meter.keys.stream().map((key) -> "`" + key + "`").collect(Collectors.joining(", "));
		return "| `%s` | %s | %s | %s |".formatted(meter.meterName, meter.type.name().toLowerCase(Locale.ROOT), tags,
				meter.sentence);
	}

	@Test
	void aMeterIsNotRegisteredWithOtherTagsThanItsOwn() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> TimerscopeMeter.LEAKS.register(new SimpleMeterRegistry(), this, (it) -> 1))
			.withMessageContaining("[reason]");
	}

}
