package io.timerscope.actuate;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingKind;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param id tells two findings apart
 * @param kind what is wrong
 * @param severity {@code leak}, {@code problem} or {@code notice}
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
public record FindingDescriptor(String id, String kind, String severity, String subject, @Nullable String scheduler,
		long count, String since, @Nullable String witness, String evidence, String advice,
		@Nullable List<String> stack) {

	/** The class of an exception with its message, as the evidence of a death has it. */
	private static final Pattern MESSAGE = Pattern.compile(" \\(([^\\s():]+): .*\\) at ", Pattern.DOTALL);

	static FindingDescriptor of(Finding finding, boolean showMessages) {
		String evidence = (showMessages || finding.kind() != FindingKind.DEAD) ? finding.evidence()
				: MESSAGE.matcher(finding.evidence()).replaceFirst(" ($1) at ");
		return new FindingDescriptor(finding.id(), finding.kind().label(), finding.severity().label(),
				finding.subject(), finding.scheduler(), finding.count(), Iso.instant(finding.since()),
				(finding.witness() == null) ? null : finding.witness().label(), evidence, finding.advice(),
				Frames.ofNullable(finding.stack()));
	}

}
