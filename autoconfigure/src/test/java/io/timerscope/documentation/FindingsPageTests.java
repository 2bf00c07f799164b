package io.timerscope.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.timerscope.finding.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every kind of finding is explained, under its severity, wherever kinds are listed. */
class FindingsPageTests {

	private static final Pattern HEADLINE = Pattern.compile("(?m)^## ([a-z-]+(?:, [a-z-]+)*) \\((.+)\\)$");

	@Test
	void theHeadlinesNameEachKindOnceWithItsSeverity() {
		Map<String, String> severities = new TreeMap<>();
		List<String> twice = new ArrayList<>();
		HEADLINE.matcher(Pages.read("docs/findings.md")).results().forEach((headline) -> {
			for (String kind : List.of(headline.group(1).split(", ", -1))) {
				if (severities.put(kind, headline.group(2)) != null) {
					twice.add(kind);
				}
			}
		});
		assertThat(twice).isEmpty();
		assertThat(severities.keySet())
			.isEqualTo(Stream.of(FindingKind.values()).map(FindingKind::label).collect(Collectors.toSet()));
		Stream.of(FindingKind.values())
			.forEach((kind) -> assertThat(severities.get(kind.label())).as(kind.label())
				.contains(kind.severity().label()));
	}

	@ParameterizedTest
	@EnumSource
	void theTableForThePersonOnCallHasTheKind(FindingKind kind) {
		assertThat(Pages.rows(Pages.section(Pages.read("docs/operating.md"), "## Findings"))
			.stream()
			.map((row) -> row.get(0))
			.filter((cell) -> cell.contains("`" + kind.label() + "`"))).isNotEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void thePageHasAHeadlineForTheKind(FindingKind kind) {
		assertThat(Pages.read("autoconfigure/src/main/resources/io/timerscope/actuate/page/overview.js"))
			.contains("'" + kind.label() + "': '");
	}

}
