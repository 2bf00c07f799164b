package io.timerscope.finding;

import java.time.Instant;
import java.util.List;

import io.timerscope.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, at one instant. While it lasts, count and evidence may change;
 * id and since do not.
 *
 * @param id unique within the application's life, for example {@code f3}
 * @param kind what is wrong
 * @param subject where: a site, or the name of a scheduler or of threads
 * @param scheduler the scheduler's name, or {@code null} where no single one is concerned
 * @param count how many tasks or threads are concerned
 * @param since since when it is wrong
 * @param evidence a sentence that says what was seen
 * @param advice a sentence that says what to do next
 * @param stack where a thread is, innermost frame first; empty where no thread is
 * concerned
 * @since 0.1.0
 */
public record Finding(String id, FindingKind kind, String subject, @Nullable String scheduler, long count,
		Instant since, String evidence, String advice, List<StackTraceElement> stack) {

	public Finding {
		evidence = PlainText.of(evidence);
		advice = PlainText.of(advice);
		stack = List.copyOf(stack);
	}

	/**
	 * How bad it is.
	 * @return the kind's severity
	 */
	public Severity severity() {
		return this.kind.severity();
	}

}
