package io.timerscope.jfr;

import io.timerscope.finding.Finding;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;
import org.jspecify.annotations.Nullable;

/** What events about findings have in common. */
@StackTrace(false)
abstract class FindingEvent extends Event {

	@Label("Finding")
	@Nullable String id;

	@Label("Kind")
	@Nullable String kind;

	@Label("Severity")
	@Nullable String severity;

	@Label("Subject")
	@Nullable String subject;

	@Label("Scheduler")
	@Nullable String scheduler;

	@Label("Count")
	long count;

	@Label("Since")
	@Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
	long since;

	@Label("Evidence")
	@Nullable String evidence;

	@Label("Advice")
	@Nullable String advice;

	final void commit(Finding finding) {
		if (shouldCommit()) {
			this.id = finding.id();
			this.kind = finding.kind().label();
			this.severity = finding.severity().label();
			this.subject = finding.subject();
			this.scheduler = finding.scheduler();
			this.count = finding.count();
			this.since = finding.since().toEpochMilli();
			this.evidence = finding.evidence();
			this.advice = finding.advice();
			commit();
		}
	}

}
