package io.timerscope.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report for a terminal. */
final class TextTable {

	private static final List<String> HEADINGS = List.of("", "LINE", "INSTANCES", "LEAKED", "RMS", "SINCE", "OWNER");

	private final FleetReport report;

	private final StringBuilder out = new StringBuilder();

	private TextTable(FleetReport report) {
		this.report = report;
	}

	static String of(FleetReport report) {
		return new TextTable(report).write();
	}

	private String write() {
		FleetReport.Instances instances = this.report.instances();
		line(ReportWords.instances(instances));
		line(ReportWords.tasks(this.report.tasks()));
		if (this.report.lines().isEmpty()) {
			line("No line leaks.");
		}
		else {
			table(HEADINGS, this.report.lines());
		}
		if (!this.report.problems().isEmpty()) {
			line("");
			line("Other findings:");
			table(List.of("", "WHERE", "INSTANCES", "TASKS", "RMS", "SINCE", "OWNER"), this.report.problems());
		}
		this.report.gone().forEach((gone) -> line("No longer leaks: " + Shown.line(gone.site())));
		this.report.undecided()
			.forEach(
					(line) -> line("May still be there, since an instance that had it did not answer: " + where(line)));
		silent();
		return this.out.toString();
	}

	private void silent() {
		if (!this.report.silent().isEmpty()) {
			line("");
			line("Without an answer:");
			this.report.silent()
				.forEach((it) -> line("  " + it.instance() + "  " + it.why() + ": " + Shown.line(it.detail())));
		}
		if (!this.report.old().isEmpty()) {
			line("");
			line("Of an older version, merged by class and method:");
			this.report.old().forEach((it) -> line("  " + it));
		}
	}

	private void table(List<String> headings, List<FleetReport.Line> lines) {
		List<List<String>> rows = new ArrayList<>(List.of(headings));
		for (FleetReport.Line line : lines) {
			rows.add(List.of(line.isNew() ? "new" : "", where(line),
					ReportWords.affected(line, this.report.instances()), Long.toString(line.count()),
					String.format(Locale.ROOT, "%.1f", line.rms()), ReportWords.since(line), ReportWords.owners(line)));
		}
		int[] widths = new int[headings.size()];
		rows.forEach((row) -> {
			for (int column = 0; column < widths.length; column++) {
				widths[column] = Math.max(widths[column], row.get(column).length());
			}
		});
		for (List<String> row : rows) {
			StringBuilder text = new StringBuilder();
			for (int column = 0; column < widths.length; column++) {
				String cell = row.get(column);
				String padding = " ".repeat(widths[column] - cell.length());
				boolean isNumber = column >= 2 && column <= 4;
				text.append(isNumber ? padding + cell : cell + padding).append("  ");
			}
			line(text.toString().stripTrailing());
		}
	}

	private static String where(FleetReport.Line line) {
		return Shown.line(line.site()) + ReportWords.kinds(line);
	}

	private void line(String text) {
		this.out.append(text).append('\n');
	}

}
