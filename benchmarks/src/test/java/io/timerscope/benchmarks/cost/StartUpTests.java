package io.timerscope.benchmarks.cost;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class StartUpTests {

	@Test
	void theSampleStartsWithTimerscopeAndWithout() throws Exception {
		Path sample = StartUp.sample(Path.of(".."));
		assumeTrue(sample != null || System.getenv("CI") != null, "the sample is not packaged; mvn verify does that");
		try (StartUp starts = new StartUp(sample)) {
			assertThat(starts.lines(1)).hasSizeGreaterThanOrEqualTo(3)
				.allMatch((line) -> line.toString()
					.matches("\\| start-up of the sample.* \\| [\\d.]+ \\| [\\d.]+ → [\\d.]+ s \\| .* \\|\\R"));
		}
	}

}
