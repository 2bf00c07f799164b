package io.timerscope.actuate;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timerscope.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param id tells two findings apart
 * @param kind what is wrong
 * @param severity {@code leak}, {@code problem} or {@code notice}
 * @param fingerprint the same on every instance, and across releases that only move lines
 * @param subject the site or thing that it is about
 * @param scheduler the scheduler's name, where one is concerned
 * @param count how many tasks or threads
 * @param since since when
 * @param witness what says that nobody wants or can end the tasks; absent for what is no
 * leak of tasks
 * @param evidence what was seen
 * @param advice what to do
 * @param stack where a stuck run stands
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingDescriptor(String id, String kind, String severity, String fingerprint, String subject,
		@Nullable String scheduler, long count, String since, @Nullable String witness, String evidence, String advice,
		@Nullable List<String> stack) {

	static FindingDescriptor of(Finding finding, boolean showMessages) {
		return new FindingDescriptor(finding.id(), finding.kind().label(), finding.severity().label(),
				finding.fingerprint(), finding.subject(), finding.scheduler(), finding.count(),
				Iso.instant(finding.since()), (finding.witness() == null) ? null : finding.witness().label(),
				showMessages ? finding.evidence() : withoutMessage(finding.evidence(), finding.error()),
				finding.advice(), Frames.ofNullable(finding.stack()));
	}

	/** The message of an exception can hold what is nobody's business. */
	private static String withoutMessage(String evidence, @Nullable String error) {
		int colon = (error == null) ? -1 : error.indexOf(": ");
		return (error == null || colon < 0) ? evidence : evidence.replace(error, error.substring(0, colon));
	}

}
