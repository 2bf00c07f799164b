package io.timerscope.sample.storm;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.timerscope.sample.SampleApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A breeze: few customers for a few seconds, so that the storm can still blow. */
@Tag("long")
class StormTests {

	private static final Weather BREEZE = new Weather(10, 20, Duration.ofSeconds(4), Duration.ofSeconds(2), 128);

	@Test
	void ordersArePlacedAndWhatTheyLeaveBehindIsCountedFromOutside(@TempDir Path directory) throws Exception {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		List<String> launch = List.of("-cp", System.getProperty("java.class.path"), SampleApplication.class.getName());
		List<Course> courses = new Storm(BREEZE, launch, new PrintStream(said, true, StandardCharsets.UTF_8))
			.run(List.of(Scene.UNOBSERVED, Scene.CANCEL));
		Sample unobserved = courses.get(0).last();
		assertThat(unobserved.load().placed()).isPositive();
		assertThat(unobserved.load().refused()).isZero();
		assertThat(unobserved.tasks()).isGreaterThanOrEqualTo((double) unobserved.load().placed());
		assertThat(unobserved.heapMegabytes()).isBetween(1.0, 128.0);
		assertThat(unobserved.threads()).isGreaterThan(10);
		assertThat(unobserved.load().slowest()).isGreaterThanOrEqualTo(unobserved.load().median());
		assertThat(unobserved.timers()).isNull();
		Sample cancelled = courses.get(1).last();
		assertThat(cancelled.timers()).isNotNull();
		assertThat(cancelled.timers().live()).isLessThan(cancelled.load().placed());
		assertThat(said.toString(StandardCharsets.UTF_8)).contains("leaking, starter off: starting the shop",
				"leaking, leaks cancelled: starting the shop", " orders, ");
		new Report(BREEZE, courses, Verdict.of(courses)).write(directory);
		assertThat(directory.resolve("storm.md")).content().contains("| not there | ");
		assertThat(Files.size(directory.resolve("images/storm.svg"))).isPositive();
	}

}
