package io.timerscope.benchmarks.cost;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs each kind of work for a moment. What it measures means nothing. */
class InTurnsTests {

	@ParameterizedTest
	@EnumSource
	void everyKindOfWorkHasANumber(WorkInTurns work) throws Exception {
		try (InTurns turns = new InTurns()) {
			assertThat(turns.line(work, 3, 2_000, 1_000).toString()).matches(
					"\\| .* / .* \\|  \\| \\d+\\.\\d\\d \\(\\d+\\.\\d\\d to \\d+\\.\\d\\d\\) \\| [\\d.,]+ → [\\d.,]+ ns \\| .* \\|\\R");
		}
	}

}
