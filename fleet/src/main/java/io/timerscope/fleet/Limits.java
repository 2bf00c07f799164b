package io.timerscope.fleet;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how much is too much, for a build that should then fail. */
final class Limits {

	@Option(names = "--max-instances", paramLabel = "N",
			description = "Exit with 1 if a line leaks on more instances than this.")
	private @Nullable Long maxInstances;

	@Option(names = "--max-leaked", paramLabel = "N",
			description = "Exit with 1 if a line has more leaked tasks in all than this.")
	private @Nullable Long maxLeaked;

	@Option(names = "--max-new", paramLabel = "N",
			description = "Exit with 1 if more lines leak than this that did not in the baseline.")
	private @Nullable Long maxNew;

	@Option(names = "--max-silent", paramLabel = "N",
			description = "Exit with 1 if more instances than this did not answer.")
	private @Nullable Long maxSilent;

	boolean asksForNew() {
		return this.maxNew != null;
	}

	/** What is too much, in words. */
	List<String> exceeded(FleetReport report) {
		List<String> exceeded = new ArrayList<>();
		for (FleetReport.Line line : report.lines()) {
			if (isOver(line.instances(), this.maxInstances)) {
				exceeded.add(Shown.line(line.site()) + " leaks on " + line.instances() + " instances (--max-instances "
						+ this.maxInstances + ")");
			}
			if (isOver(line.count(), this.maxLeaked)) {
				exceeded.add(Shown.line(line.site()) + " has " + line.count() + " leaked tasks (--max-leaked "
						+ this.maxLeaked + ")");
			}
		}
		long news = report.lines().stream().filter(FleetReport.Line::isNew).count();
		if (isOver(news, this.maxNew)) {
			exceeded.add(news + " lines leak that did not before (--max-new " + this.maxNew + ")");
		}
		if (isOver(report.instances().silent(), this.maxSilent)) {
			exceeded
				.add(report.instances().silent() + " instances did not answer (--max-silent " + this.maxSilent + ")");
		}
		return exceeded;
	}

	private static boolean isOver(long value, @Nullable Long limit) {
		return limit != null && value > limit;
	}

}
