package io.timerscope.finding;

import java.time.Instant;
import java.util.List;

import io.timerscope.PlainText;
import io.timerscope.Witness;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, at one instant. While it lasts, count and evidence may change;
 * id and since do not.
 *
 * @param id unique within the application's life, for example {@code f3}
 * @param kind what is wrong
 * @param severity how bad it is; of one kind, some findings may be worse than others
 * @param subject where: a site, or the name of a scheduler or of threads
 * @param scheduler the scheduler's name, or {@code null} where no single one is concerned
 * @param count how many tasks or threads are concerned
 * @param since since when it is wrong
 * @param evidence a sentence that says what was seen
 * @param advice a sentence that says what to do next
 * @param stack where a thread is, innermost frame first; empty where no thread is
 * concerned
 * @param witness what says that nobody wants or can end the tasks; {@code null} for what
 * is no leak of tasks
 * @param error class and message of the exception that the evidence quotes, or
 * {@code null} if it quotes none
 * @param fingerprint the same on every instance, see {@link Fingerprint}
 * @since 0.1.0
 */
public record Finding(String id, FindingKind kind, Severity severity, String subject, @Nullable String scheduler,
		long count, Instant since, String evidence, String advice, List<StackTraceElement> stack,
		@Nullable Witness witness, @Nullable String error, String fingerprint) {

	public Finding {
		evidence = PlainText.of(evidence);
		advice = PlainText.of(advice);
		error = (error == null) ? null : PlainText.of(error);
		stack = List.copyOf(stack);
	}

	/**
	 * A finding as bad as its kind mostly is.
	 * @param id unique within the application's life
	 * @param kind what is wrong
	 * @param subject where
	 * @param scheduler the scheduler's name, or {@code null}
	 * @param count how many tasks or threads are concerned
	 * @param since since when it is wrong
	 * @param evidence what was seen
	 * @param advice what to do next
	 * @param stack where a thread is
	 */
	public Finding(String id, FindingKind kind, String subject, @Nullable String scheduler, long count, Instant since,
			String evidence, String advice, List<StackTraceElement> stack) {
		this(id, kind, kind.severity(), subject, scheduler, count, since, evidence, advice, stack, null, null,
				Fingerprint.of(kind, subject, scheduler));
	}

}
