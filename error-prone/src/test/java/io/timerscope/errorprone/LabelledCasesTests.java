package io.timerscope.errorprone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The score on the corpus, with the same classes on every JDK that is present.
 */
class LabelledCasesTests {

	private static final List<LabelledCase> CASES = LabelledCase.all();

	@TempDir
	private Path output;

	static List<ForkedCompiler> compilers() throws IOException {
		return ForkedCompiler.present();
	}

	@ParameterizedTest(name = "JDK {0}")
	@MethodSource("compilers")
	void findsNearlyAllLeaksAndHardlyAnythingElse(ForkedCompiler compiler) throws Exception {
		List<Report> reports = compiler.compile(CASES.stream().map(LabelledCase::file).toList(), this.output);
		Score warnings = Score.of(CASES, reports.stream().filter(Report::warning).toList());
		Score all = Score.of(CASES, reports);
		System.out.println("| JDK and findings                           | leaks | wrong | precision | recall |");
		System.out.println(warnings.row(compiler.release() + ", warnings"));
		System.out.println(all.row(compiler.release() + ", warnings and suggestions"));
		System.out.println("missed: " + all.missed() + ", by warnings alone: " + warnings.missed());
		assertThat(warnings.precision()).as("wrongly flagged: %s", warnings.wronglyFlagged()).isGreaterThan(0.97);
		assertThat(all.precision()).as("wrongly flagged: %s", all.wronglyFlagged()).isGreaterThan(0.97);
		assertThat(all.recall()).as("missed: %s", all.missed()).isGreaterThan(0.85);
	}

}
