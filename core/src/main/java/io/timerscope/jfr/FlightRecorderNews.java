package io.timerscope.jfr;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.timerscope.CompletedRun;
import io.timerscope.LedgerListener;
import io.timerscope.TaskSnapshot;
import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingListener;
import org.jspecify.annotations.Nullable;

/**
 * Writes news to the Flight Recorder, one type of event per kind of news. An event that
 * no recording wants costs next to nothing.
 *
 * @since 0.1.0
 */
public final class FlightRecorderNews implements LedgerListener, FindingListener {

	private final long lateAfterNanos;

	/**
	 * Prepares to write.
	 * @param lateAfter how late a run may start without being news
	 */
	public FlightRecorderNews(Duration lateAfter) {
		this.lateAfterNanos = TimeUnit.NANOSECONDS.convert(lateAfter);
	}

	@Override
	public void raised(Finding finding) {
		new FindingRaisedEvent().commit(finding);
	}

	@Override
	public void resolved(Finding finding) {
		new FindingResolvedEvent().commit(finding);
	}

	@Override
	public void leaked(TaskSnapshot task) {
		TaskLeakedEvent event = new TaskLeakedEvent();
		if (event.shouldCommit()) {
			event.describe(task);
			event.reason = (task.leak() == null) ? null : task.leak().reason().label();
			event.commit();
		}
	}

	@Override
	public void died(TaskSnapshot task, @Nullable String error) {
		TaskDiedEvent event = new TaskDiedEvent();
		if (event.shouldCommit()) {
			event.describe(task);
			event.runs = task.runs();
			event.error = error;
			event.commit();
		}
	}

	@Override
	public void ran(String scheduler, String schedule, CompletedRun run) {
		if (run.latenessNanos() <= this.lateAfterNanos) {
			return;
		}
		RunLateEvent event = new RunLateEvent();
		if (event.shouldCommit()) {
			event.scheduler = scheduler;
			event.schedule = schedule;
			event.lateness = run.latenessNanos();
			event.runDuration = run.durationNanos();
			event.outcome = run.outcome().label();
			event.commit();
		}
	}

}
