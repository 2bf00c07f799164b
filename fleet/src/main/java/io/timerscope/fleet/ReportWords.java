package io.timerscope.fleet;

/** The words that all forms of the report share. */
final class ReportWords {

	private ReportWords() {
	}

	static String instances(FleetReport.Instances instances) {
		return "%d instances asked, %d answered%s%s.".formatted(instances.asked(), instances.answered(),
				(instances.old() == 0) ? "" : " (" + instances.old() + " of an older version)",
				(instances.silent() == 0) ? "" : ", " + instances.silent() + " did not");
	}

	static String tasks(FleetReport.Tasks tasks) {
		return tasks.live() + " live tasks, " + tasks.leaked() + " of them leaked.";
	}

	static String affected(FleetReport.Line line, FleetReport.Instances instances) {
		return line.instances() + " of " + instances.asked();
	}

	static String since(FleetReport.Line line) {
		return (line.since() == null) ? "–" : Shown.line(line.since());
	}

	static String owners(FleetReport.Line line) {
		return line.owners().isEmpty() ? "–" : Shown.line(String.join(" ", line.owners()));
	}

	/** The kinds, where the line is not simply a leak. */
	static String kinds(FleetReport.Line line) {
		return isLeak(line) ? "" : " " + String.join(", ", line.kinds());
	}

	static boolean isLeak(FleetReport.Line line) {
		return line.kinds().stream().allMatch(TimersAnswer::isLeak);
	}

}
