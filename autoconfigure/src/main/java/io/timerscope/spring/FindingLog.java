package io.timerscope.spring;

import io.timerscope.PlainText;
import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingListener;
import io.timerscope.finding.Severity;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Writes findings to the log: a warning once each is raised, with the next step, and a
 * line once it is resolved; notices are for whoever debugs. The logger is named
 * {@code io.timerscope.findings}.
 *
 * @since 0.1.0
 */
public final class FindingLog implements FindingListener {

	private static final Log logger = LogFactory.getLog("io.timerscope.findings");

	@Override
	public void raised(Finding finding) {
		if (finding.severity() == Severity.NOTICE) {
			logger.debug(raisedLine(finding));
		}
		else {
			logger.warn(raisedLine(finding));
		}
	}

	@Override
	public void resolved(Finding finding) {
		if (finding.severity() == Severity.NOTICE) {
			logger.debug(resolvedLine(finding));
		}
		else {
			logger.info(resolvedLine(finding));
		}
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
