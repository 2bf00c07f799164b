package io.timerscope.fleet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report for an issue or a chat. */
final class MarkdownPage {

	private final FleetReport report;

	private final StringBuilder out = new StringBuilder();

	private MarkdownPage(FleetReport report) {
		this.report = report;
	}

	static String of(FleetReport report) {
		return new MarkdownPage(report).write();
	}

	private String write() {
		paragraph("# Timers of the fleet, " + this.report.time());
		paragraph(ReportWords.instances(this.report.instances()) + " " + ReportWords.tasks(this.report.tasks()));
		paragraph("## Lines that leak");
		if (this.report.lines().isEmpty()) {
			paragraph("None.");
		}
		else {
			table("Leaked", this.report.lines());
			this.report.lines().forEach(this::details);
		}
		if (!this.report.problems().isEmpty()) {
			paragraph("## Other findings");
			table("Tasks", this.report.problems());
		}
		list("## No longer leaking", this.report.gone().stream().map((it) -> code(it.site())).toList());
		list("## Undecided, since an instance that had it did not answer",
				this.report.undecided().stream().map((it) -> code(it.site()) + ReportWords.kinds(it)).toList());
		list("## Without an answer",
				this.report.silent()
					.stream()
					.map((it) -> code(it.instance()) + " " + it.why() + ": " + Shown.markdown(it.detail()))
					.toList());
		list("## Of an older version, merged by class and method",
				this.report.old().stream().map(MarkdownPage::code).toList());
		return this.out.toString();
	}

	private void table(String count, List<FleetReport.Line> lines) {
		this.out.append("| Line | Instances | ").append(count).append(" | RMS | Since | Owner | |\n");
		this.out.append("|---|---:|---:|---:|---|---|---|\n");
		for (FleetReport.Line line : lines) {
			this.out.append(String.format(Locale.ROOT, "| %s%s | %s | %d | %.1f | %s | %s | %s |%n", code(line.site()),
					ReportWords.kinds(line), ReportWords.affected(line, this.report.instances()), line.count(),
					line.rms(), Shown.markdown(ReportWords.since(line)), Shown.markdown(ReportWords.owners(line)),
					line.isNew() ? "**new**" : ""));
		}
		this.out.append('\n');
	}

	private void details(FleetReport.Line line) {
		paragraph("### " + code(line.site()));
		paragraph("Worst: "
				+ line.worst()
					.stream()
					.map((it) -> code(it.instance()) + " (" + it.count() + ")")
					.collect(Collectors.joining(", "))
				+ ". First reported " + Shown.markdown(line.firstSeen())
				+ ((line.fingerprint() == null) ? "." : ". Fingerprint " + code(line.fingerprint()) + "."));
		if (line.evidence() != null) {
			paragraph(Shown.markdown(line.evidence()) + ".");
		}
		if (line.advice() != null) {
			paragraph("Next step: " + Shown.markdown(line.advice()) + ".");
		}
	}

	private void list(String heading, List<String> items) {
		if (!items.isEmpty()) {
			paragraph(heading);
			items.forEach((item) -> this.out.append("* ").append(item).append('\n'));
			this.out.append('\n');
		}
	}

	private void paragraph(String text) {
		this.out.append(text).append("\n\n");
	}

	private static String code(String text) {
		return "`" + Shown.line(text).replace("`", "'").replace("|", "\\|") + "`";
	}

}
