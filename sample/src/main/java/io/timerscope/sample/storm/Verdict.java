package io.timerscope.sample.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the storm has shown.
 *
 * @param lines one sentence for each scene
 * @param holds whether the leak grew unobserved, and nothing grew otherwise
 */
record Verdict(List<String> lines, boolean holds) {

	/** Of what the leak grows by when nobody looks; a machine is never quite still. */
	private static final double STILL = 0.1;

	Verdict {
		lines = List.copyOf(lines);
	}

	static Verdict of(List<Course> courses) {
		double avalanche = courses.stream()
			.filter((course) -> course.scene() == Scene.UNOBSERVED)
			.mapToDouble((course) -> course.lateGrowth(Sample::tasks))
			.findFirst()
			.orElse(Double.NaN);
		List<String> lines = new ArrayList<>();
		boolean holds = !Double.isNaN(avalanche);
		for (Course course : courses) {
			double growth = course.lateGrowth(Sample::tasks);
			boolean grows = course.scene() == Scene.UNOBSERVED;
			boolean asItShould = grows ? growth > course.last().load().placed() / 4.0
					: Math.abs(growth) < STILL * avalanche;
			lines.add(String.format(Locale.ROOT,
					"%s: held tasks changed by %,.0f in the second half, %s expected; the heap went from %.0f to %.0f MB.",
					course.scene().title(), growth, asItShould ? "as" : "which was not",
					course.first(Sample::heapMegabytes), course.last(Sample::heapMegabytes)));
			holds &= asItShould;
		}
		return new Verdict(lines, holds);
	}

}
