package io.timerscope.sample.storm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	private static final Weather WEATHER = new Weather(3_000, 600, Duration.ofSeconds(40), Duration.ofSeconds(10), 160);

	private final List<Course> courses = List.of(course(Scene.CAREFUL, 600, 600, 600, 600),
			course(Scene.UNOBSERVED, 6_000, 12_000, Double.NaN, 24_000), course(Scene.CANCEL, 500, 600, 550, 600),
			course(Scene.GUARD, 6_000, 7_000, 7_000, 7_000));

	@Test
	void thePageSaysWhatWasMeasuredOnWhatAndHow(@TempDir Path directory) throws Exception {
		write(directory);
		assertThat(directory.resolve("storm.md")).content()
			.contains("|  | careful | leaking, starter off | leaking, leaks cancelled | leaking, guard sheds |",
					"| tasks held, at the end | 600 | 24,000 | 600 | 7,000 |",
					"| `/actuator/timers`, at the end | ok, 1 live, 0 leaked | not there |",
					"`--timerscope.guard.action=shed` `--timerscope.guard.max-live=5000`",
					"sample/storm.sh 3000 600 40 160", "processors", System.getProperty("java.runtime.version"))
			.doesNotContain("NaN");
	}

	@Test
	void theChartIsWellFormedAndHasACurveForEachSceneInEachPanel(@TempDir Path directory) throws Exception {
		write(directory);
		Document svg = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(directory.resolve("images/storm.svg").toFile());
		assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(16);
		assertThat(directory.resolve("images/storm.svg")).content().doesNotContain("NaN", "Infinity");
	}

	@Test
	void theStormHasShownSomethingIfOnlyTheUnobservedLeakGrows() {
		assertThat(Verdict.of(this.courses).holds()).isTrue();
	}

	@Test
	void aGuardThatLetsTheLeakGrowIsNoSuccess() {
		List<Course> grown = new ArrayList<>(this.courses);
		grown.set(3, course(Scene.GUARD, 6_000, 12_000, 18_000, 24_000));
		assertThat(Verdict.of(grown).holds()).isFalse();
	}

	@Test
	void aLeakThatCannotBeSeenIsNoSuccess() {
		List<Course> flat = new ArrayList<>(this.courses);
		flat.set(1, course(Scene.UNOBSERVED, 600, 600, 600, 600));
		assertThat(Verdict.of(flat).holds()).isFalse();
	}

	private void write(Path directory) throws Exception {
		new Report(WEATHER, this.courses, Verdict.of(this.courses)).write(directory);
	}

	private static Course course(Scene scene, double... tasks) {
		Sample.@Nullable Timers timers = scene.isObserved() ? new Sample.Timers("ok", 1, 0, "") : null;
		List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < tasks.length; i++) {
			samples.add(new Sample((i + 1) * 10, tasks[i], 90, 220, new Sample.Load(6_000L * (i + 1), 0, 0, 1, 1, 20),
					timers));
		}
		return new Course(scene, samples);
	}

}
