package io.timerscope.finding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of kinds and means in {@code docs/findings.md}, each cell of which is tried.
 */
class SilenceTests {

	private static final String YES = "silent";

	private static final String NO = "–";

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LEFT_BEHIND")
	void nothingSilencesAFindingThatNobodyWantsSilent(FindingKind kind) {
		assertThat(found(kind, Silence.NONE)).isTrue();
	}

	@ParameterizedTest
	@MethodSource
	void theTableSaysWhatHappens(FindingKind kind, Silence silence) throws IOException {
		String cell = cell(kind, silence);
		assertThat(cell).isIn(YES, NO);
		assertThat(found(kind, silence)).isEqualTo(cell.equals(NO));
	}

	static Stream<Arguments> theTableSaysWhatHappens() {
		return Arrays.stream(FindingKind.values())
			.filter((kind) -> kind != FindingKind.LEFT_BEHIND)
			.flatMap((kind) -> Arrays.stream(Silence.values())
				.filter((silence) -> silence != Silence.NONE)
				.map((silence) -> Arguments.of(kind, silence)));
	}

	private static boolean found(FindingKind kind, Silence silence) {
		try (Stage stage = new Stage(silence, kind)) {
			return stage.play(kind).contains(kind);
		}
	}

	private static String cell(FindingKind kind, Silence silence) throws IOException {
		List<String> lines = Files.readAllLines(Path.of("..", "docs", "findings.md"));
		List<String> head = cells(lines.stream()
			.filter((line) -> line.startsWith("| Kind | `timerscope.ignore`"))
			.findFirst()
			.orElseThrow());
		List<String> row = cells(lines.stream()
			.filter((line) -> line.startsWith("| `" + kind.label() + "` |"))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no row for " + kind.label())));
		String column = Objects.requireNonNull(silence.column());
		for (int i = 0; i < head.size(); i++) {
			if (head.get(i).contains(column)) {
				return row.get(i);
			}
		}
		throw new AssertionError("no column for " + column);
	}

	private static List<String> cells(String row) {
		return Arrays.stream(row.split("\\|")).map(String::strip).toList();
	}

}
