package io.timerscope.junit;

import java.util.Map;

import com.acme.leaks.Leftovers;
import com.acme.leaks.ParallelSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class ParallelTests {

	static final Map<String, String> FOUR_AT_ONCE = Map.of("junit.jupiter.execution.parallel.enabled", "true",
			"junit.jupiter.execution.parallel.config.strategy", "fixed",
			"junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

	@AfterEach
	void end() {
		Leftovers.end();
	}

	@Test
	void eachOfFourTestsIsBlamedForItsOwnLeaksOnly() {
		assertThat(Launch.of(FOUR_AT_ONCE, ParallelSamples.class).outcomes()).containsOnly(
				entry("leavesTask()", "FAILED"), entry("leavesPool()", "FAILED"),
				entry("startsNothing()", "SUCCESSFUL"), entry("endsItsPool()", "SUCCESSFUL"));
	}

}
