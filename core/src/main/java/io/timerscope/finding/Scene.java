package io.timerscope.finding;

import java.time.Instant;
import java.util.List;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.snapshot.JobSurvey;
import io.timerscope.snapshot.SiteCountsSnapshot;
import io.timerscope.snapshot.WorkSurvey;

/**
 * What the checks of one tick look at.
 *
 * @param ledger for questions about what looks wrong
 * @param now the instant
 * @param work how the schedulers work
 * @param lines the counts of each site
 * @param started whether the application has started
 */
record Scene(TaskLedger ledger, Instant now, WorkSurvey work, List<SiteCountsSnapshot> lines, boolean started) {

	JobSurvey jobs() {
		return this.work.jobs();
	}

	/** Whether delays and growth may be held against anybody. */
	boolean isFair() {
		return this.started && !this.work.afterPause();
	}

}
