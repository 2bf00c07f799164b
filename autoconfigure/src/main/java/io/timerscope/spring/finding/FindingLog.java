package io.timerscope.spring.finding;

import java.util.LinkedHashMap;
import java.util.Map;

import io.timerscope.PlainText;
import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingListener;
import io.timerscope.finding.Severity;

/**
 * Writes findings to the log: a warning once each is raised, with the next step, and a
 * line once it is resolved; notices are for whoever debugs. The logger is named
 * {@code io.timerscope.findings}. Each line carries the finding as fields for structured
 * logging.
 *
 * @since 0.1.0
 */
public final class FindingLog implements FindingListener {

	private final LogLines lines = LogLines.of("io.timerscope.findings");

	@Override
	public void raised(Finding finding) {
		if (finding.severity() == Severity.NOTICE) {
			this.lines.debug(raisedLine(finding), fields("raised", finding));
		}
		else {
			this.lines.warn(raisedLine(finding), fields("raised", finding));
		}
	}

	@Override
	public void resolved(Finding finding) {
		if (finding.severity() == Severity.NOTICE) {
			this.lines.debug(resolvedLine(finding), fields("resolved", finding));
		}
		else {
			this.lines.info(resolvedLine(finding), fields("resolved", finding));
		}
	}

	private static Map<String, Object> fields(String event, Finding finding) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("timerscope.event", event);
		fields.put("timerscope.kind", finding.kind().label());
		fields.put("timerscope.severity", finding.severity().label());
		fields.put("timerscope.site", PlainText.of(finding.subject()));
		fields.put("timerscope.fingerprint", finding.fingerprint());
		if (finding.scheduler() != null) {
			fields.put("timerscope.scheduler", PlainText.of(finding.scheduler()));
		}
		fields.put("timerscope.count", finding.count());
		fields.put("timerscope.since", finding.since().toString());
		return fields;
	}

	private static String resolvedLine(Finding finding) {
		return PlainText.of("Timerscope: resolved " + heading(finding) + ".");
	}

	private static String raisedLine(Finding finding) {
		StringBuilder line = new StringBuilder(PlainText.of("Timerscope: found " + heading(finding) + ": "
				+ finding.evidence() + ". Next step: " + finding.advice() + "."));
		for (StackTraceElement frame : finding.stack()) {
			line.append("\n\tat ").append(PlainText.of(frame.toString()));
		}
		return line.toString();
	}

	private static String heading(Finding finding) {
		String where = (finding.scheduler() == null || finding.scheduler().equals(finding.subject())) ? ""
				: " on " + finding.scheduler();
		return finding.kind().label() + " " + finding.id() + " at " + finding.subject() + where;
	}

}
