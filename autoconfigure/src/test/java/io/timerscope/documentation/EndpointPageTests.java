package io.timerscope.documentation;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

import io.timerscope.Totals;
import io.timerscope.actuate.AttributionDescriptor;
import io.timerscope.actuate.ErrorDescriptor;
import io.timerscope.actuate.FindingDescriptor;
import io.timerscope.actuate.HourDescriptor;
import io.timerscope.actuate.KeptDescriptor;
import io.timerscope.actuate.OutsideDescriptor;
import io.timerscope.actuate.RuleDescriptor;
import io.timerscope.actuate.SchedulerDescriptor;
import io.timerscope.actuate.TaskDescriptor;
import io.timerscope.actuate.TimersDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/endpoint.md} has each field of the answer, in its order, and no other. */
class EndpointPageTests {

	private static final String PAGE = Pages.read("docs/endpoint.md");

	static Stream<Arguments> tables() {
		return Stream.of(Arguments.of("## The answer", TimersDescriptor.class),
				Arguments.of("### Totals", Totals.class), Arguments.of("### A finding", FindingDescriptor.class),
				Arguments.of("### A scheduler", SchedulerDescriptor.class),
				Arguments.of("### Outside", OutsideDescriptor.class),
				Arguments.of("### A site", TimersDescriptor.SiteDescriptor.class),
				Arguments.of("### A task", TaskDescriptor.class),
				Arguments.of("### Page", TimersDescriptor.PageDescriptor.class),
				Arguments.of("### A rule", RuleDescriptor.class),
				Arguments.of("### The last hour", HourDescriptor.class),
				Arguments.of("## What leaked tasks keep", KeptDescriptor.class),
				Arguments.of("### Attribution", AttributionDescriptor.class),
				Arguments.of("## Errors", ErrorDescriptor.class));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("tables")
	void theTableHasEachField(String headline, Class<? extends Record> type) {
		String section = Pages.section(PAGE, headline);
		String own = section.split("(?m)^#", 2)[0];
		List<String> fields = Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
		assertThat(Pages.rows(own).stream().map((row) -> row.get(0).replace("`", "")))
			.containsExactlyElementsOf(fields);
	}

	@ParameterizedTest
	@MethodSource("parts")
	void theRowOfAPartNamesItsFields(String headline, String field, Class<? extends Record> part) {
		String row = Pages.section(PAGE, headline)
			.lines()
			.filter((line) -> line.startsWith("| `" + field + "` |"))
			.findFirst()
			.orElseThrow();
		assertThat(Stream.of(part.getRecordComponents()).map(RecordComponent::getName))
			.allSatisfy((name) -> assertThat(row).contains("`" + name + "`"));
	}

	static Stream<Arguments> parts() {
		return Stream.of(Arguments.of("### A scheduler", "lateness", SchedulerDescriptor.LatenessDescriptor.class),
				Arguments.of("### A task", "schedule", TaskDescriptor.ScheduleDescriptor.class),
				Arguments.of("### A task", "owner", TaskDescriptor.OwnerDescriptor.class),
				Arguments.of("### A task", "lastRun", TaskDescriptor.RunDescriptor.class),
				Arguments.of("### A task", "leak", TaskDescriptor.LeakDescriptor.class),
				Arguments.of("### The last hour", "samples", HourDescriptor.SampleDescriptor.class),
				Arguments.of("### The last hour", "events", HourDescriptor.EventDescriptor.class),
				Arguments.of("### A task", "running", TaskDescriptor.RunningDescriptor.class));
	}

	@Test
	void theWordsOfAStateAreThoseThatTheParameterTakes() {
		assertThat(Pages.section(PAGE, "## Parameters"))
			.contains("`live` (the default), `waiting`, `running`, `outlived`, `leaked`, `retained`, `ended`");
	}

}
