package io.timerscope.ledger;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.timerscope.leak.Leaks;
import io.timerscope.record.EndedTasks;
import io.timerscope.clock.LedgerClock;
import io.timerscope.record.LedgerWriter;
import io.timerscope.record.Listeners;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.TrackingErrors;
import io.timerscope.survey.Surveys;

/**
 * Brings the ledger up to date with what nobody reported to it: at each tick of the
 * application's clock and, as far as that is cheap, before each reading.
 */
final class LedgerUpdates {

	private final LedgerClock clock;

	private final Schedulers schedulers;

	private final EndedTasks ended;

	private final SilentEnds silentEnds;

	private final RemovedTasks removedTasks;

	private final Leaks leaks;

	private final Listeners listeners;

	private final Surveys surveys;

	private final TrackingErrors errors;

	/** Whether a thread is at it. */
	private final AtomicBoolean ticking = new AtomicBoolean();

	LedgerUpdates(LedgerClock clock, Schedulers schedulers, EndedTasks ended, SilentEnds silentEnds, Leaks leaks,
			Listeners listeners, Surveys surveys, LedgerWriter writer) {
		this.clock = clock;
		this.schedulers = schedulers;
		this.ended = ended;
		this.silentEnds = silentEnds;
		this.removedTasks = new RemovedTasks(writer);
		this.leaks = leaks;
		this.listeners = listeners;
		this.surveys = surveys;
		this.errors = writer.errors();
	}

	/**
	 * Finds the tasks that ended where nobody could hear it, samples the queues, and
	 * judges the leaks that became due. While another thread does, only the first.
	 */
	void tick() {
		if (!this.ticking.compareAndSet(false, true)) {
			this.errors.guarded("bring the ledger up to date", this.silentEnds::all);
			return;
		}
		try {
			this.clock.correct();
			this.ended.trim(this.errors);
			this.surveys.tick();
			this.silentEnds.all();
			List<SchedulerRecord> records = this.schedulers.records();
			records.forEach((scheduler) -> scheduler.reportUntimed(this.listeners));
			this.schedulers.sample();
			this.removedTasks.tick(records);
			this.schedulers.forgetGone();
			this.leaks.judge();
		}
		catch (Throwable ex) {
			this.errors.caught("bring the ledger up to date", ex);
		}
		finally {
			this.ticking.set(false);
		}
	}

	/**
	 * Brings up to date what a reader is about to see. Walks the live tasks only if a
	 * pool has terminated under some.
	 */
	void catchUp() {
		try {
			this.silentEnds.tasksAfterFailure();
			for (SchedulerRecord scheduler : this.schedulers.records()) {
				if (scheduler.pool().isTerminated() && scheduler.totals().live() > 0) {
					this.silentEnds.allOf(scheduler);
				}
			}
			this.leaks.catchUp();
		}
		catch (Throwable ex) {
			this.errors.caught("bring the ledger up to date", ex);
		}
	}

}
