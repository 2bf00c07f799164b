package io.timerscope.finding;

import java.time.Instant;
import java.util.List;

import io.timerscope.Site;
import io.timerscope.Witness;
import org.jspecify.annotations.Nullable;

/**
 * What a check sees at one instant: a finding that has no id yet. Two observations with
 * the same key are the same finding.
 */
record Observation(FindingKind kind, Severity severity, String subject, @Nullable Site site, @Nullable String scheduler,
		long count, Instant since, String evidence, String advice, List<StackTraceElement> stack,
		@Nullable Witness witness, @Nullable String error) {

	Observation(FindingKind kind, Severity severity, String subject, @Nullable String scheduler, long count,
			Instant since, String evidence, String advice, List<StackTraceElement> stack) {
		this(kind, severity, subject, null, scheduler, count, since, evidence, advice, stack, null, null);
	}

	Observation(FindingKind kind, String subject, @Nullable String scheduler, long count, Instant since,
			String evidence, String advice, List<StackTraceElement> stack) {
		this(kind, kind.severity(), subject, scheduler, count, since, evidence, advice, stack);
	}

	Observation(FindingKind kind, String subject, @Nullable String scheduler, long count, Instant since,
			String evidence, String advice) {
		this(kind, subject, scheduler, count, since, evidence, advice, List.of());
	}

	/** What is wrong at a line. */
	Observation(FindingKind kind, Site site, @Nullable String scheduler, long count, Instant since, String evidence,
			String advice) {
		this(kind, site, scheduler, count, since, evidence, advice, List.of());
	}

	/** What is wrong at a line, with a stack. */
	Observation(FindingKind kind, Site site, @Nullable String scheduler, long count, Instant since, String evidence,
			String advice, List<StackTraceElement> stack) {
		this(kind, kind.severity(), site.toString(), site, scheduler, count, since, evidence, advice, stack, null,
				null);
	}

	/** The same, with what says that the tasks are leaks. */
	Observation by(Witness witness) {
		return new Observation(this.kind, this.severity, this.subject, this.site, this.scheduler, this.count,
				this.since, this.evidence, this.advice, this.stack, witness, this.error);
	}

	/** The same, with the exception that the evidence quotes. */
	Observation quoting(@Nullable String error) {
		return new Observation(this.kind, this.severity, this.subject, this.site, this.scheduler, this.count,
				this.since, this.evidence, this.advice, this.stack, this.witness, error);
	}

	Key key() {
		return new Key(this.kind, this.severity, this.subject, this.scheduler);
	}

	Finding raise(String id) {
		return new Finding(id, this.kind, this.severity, this.subject, this.scheduler, this.count, this.since,
				this.evidence, this.advice, this.stack, this.witness, this.error, fingerprint());
	}

	private String fingerprint() {
		return (this.site == null) ? Fingerprint.of(this.kind, this.subject, this.scheduler)
				: Fingerprint.of(this.kind, this.site, this.scheduler);
	}

	/** The same finding, seen again. */
	Finding renew(Finding before) {
		return new Finding(before.id(), this.kind, this.severity, this.subject, this.scheduler, this.count,
				before.since(), this.evidence, this.advice, this.stack, this.witness, this.error, before.fingerprint());
	}

	/** What makes a finding the same one. What gets worse is raised anew. */
	record Key(FindingKind kind, Severity severity, String subject, @Nullable String scheduler) {
	}

}
