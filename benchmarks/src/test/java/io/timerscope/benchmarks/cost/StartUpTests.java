package io.timerscope.benchmarks.cost;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@Tag("long")
class StartUpTests {

	@Test
	void theSampleStartsWithTimerscopeAndWithout() throws Exception {
		Path project = Path.of("..");
		Path sample = BuiltJar.sample(project);
		Path agent = BuiltJar.agent(project);
		assumeTrue((sample != null && agent != null) || System.getenv("CI") != null,
				"sample and agent are not packaged; mvn verify does that");
		try (StartUp starts = new StartUp(BuiltJar.required(sample, "sample"), BuiltJar.required(agent, "agent"))) {
			assertThat(starts.lines(1)).hasSizeGreaterThanOrEqualTo(4)
				.allMatch((line) -> line.toString()
					.matches("\\| start-up of the sample.* \\| [\\d.]+ \\| [\\d.]+ → [\\d.]+ s \\| .* \\|\\R"));
		}
	}

}
