package io.timerscope.benchmarks.cost;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LimitsTests {

	@Test
	void lessIsBetter() {
		Limits limits = Limits.atMost(1.5, 1.3);
		assertThat(limits.verdict(1.3)).isEqualTo("ambition");
		assertThat(limits.verdict(1.31)).isEqualTo("met");
		assertThat(limits.verdict(1.51)).isEqualTo("**missed**");
		assertThat(limits.targetText()).isEqualTo("≤ 1.5");
	}

	@Test
	void moreIsBetter() {
		Limits limits = Limits.atLeast(8, 11);
		assertThat(limits.verdict(11)).isEqualTo("ambition");
		assertThat(limits.verdict(8)).isEqualTo("met");
		assertThat(limits.verdict(7.9)).isEqualTo("**missed**");
		assertThat(limits.ambitionText()).isEqualTo("≥ 11");
	}

	@Test
	void theMedianDecidesAndTheRangeIsShown() {
		Line line = new Line("work", Limits.atMost(2, 1), new Values(3.0, 1.5, 1.0), "%.1f", "1 → 2 ns",
				"1.1 (1 step)");
		assertThat(line.toString().strip())
			.isEqualTo("| work | ≤ 2 | ≤ 1 | 1.1 (1 step) | 1.5 (1.0 to 3.0) | 1 → 2 ns | met |");
	}

	@Test
	void whatIsOnlyReportedIsNeverMissed() {
		assertThat(Limits.NONE.verdict(1e9)).isEqualTo("reported");
	}

}
