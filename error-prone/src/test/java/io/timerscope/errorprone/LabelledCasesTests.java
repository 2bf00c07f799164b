package io.timerscope.errorprone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The score on the given cases and on variants of them, with the same classes on every
 * JDK that is present.
 */
class LabelledCasesTests {

	private static final List<String> CORPORA = List.of("lint-cases", "lint-cases-2", "own-cases", "varied-cases",
			"fresh-cases", "blind-cases");

	@TempDir
	private Path output;

	static List<String> corpora() {
		return CORPORA;
	}

	static List<Arguments> otherCompilersAndCorpora() throws IOException {
		return ForkedCompiler.present()
			.stream()
			.skip(1)
			.flatMap((compiler) -> CORPORA.stream().map((corpus) -> Arguments.of(compiler, corpus)))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("corpora")
	void findsNearlyAllLeaksAndHardlyAnythingElse(String corpus) throws Exception {
		judge(ForkedCompiler.present().get(0), corpus);
	}

	@Tag("long")
	@ParameterizedTest(name = "{0}, {1}", allowZeroInvocations = true)
	@MethodSource("otherCompilersAndCorpora")
	void findsTheSameOnOtherJdks(ForkedCompiler compiler, String corpus) throws Exception {
		judge(compiler, corpus);
	}

	private void judge(ForkedCompiler compiler, String corpus) throws Exception {
		List<LabelledCase> cases = LabelledCase.all(corpus);
		List<Report> reports = compiler.compile(cases.stream().map(LabelledCase::file).toList(), this.output);
		Score warnings = Score.of(cases, reports.stream().filter(Report::warning).toList());
		Score all = Score.of(cases, reports);
		System.out.println("| JDK, cases and findings                    | leaks | wrong | precision | recall |");
		System.out.println(warnings.row(compiler.release() + ", " + corpus + ", warnings"));
		System.out.println(all.row(compiler.release() + ", " + corpus + ", with suggestions"));
		assertThat(warnings.precision()).as("wrongly flagged: %s", warnings.wronglyFlagged()).isGreaterThan(0.97);
		assertThat(warnings.recall()).as("missed: %s", warnings.missed()).isGreaterThan(0.85);
		assertThat(all.precision()).as("wrongly flagged: %s", all.wronglyFlagged()).isGreaterThan(0.97);
		assertThat(all.recall()).as("missed: %s", all.missed()).isGreaterThan(0.90);
	}

}
