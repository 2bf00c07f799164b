package io.timerscope.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

import io.timerscope.CompletedRun;
import io.timerscope.ErrorText;
import io.timerscope.RunOutcome;
import io.timerscope.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a task's runs: words and numbers, nothing of the task's own.
 * Written by the threads that run the task, which can be several at once where runs
 * overlap; read by any thread.
 */
public final class RunLog {

	static final int KEPT = 10;

	/** The due time of a run whose trigger has not said it. */
	public static final long UNKNOWN = Long.MIN_VALUE;

	/** Oldest first. */
	private final Deque<CompletedRun> last = new ArrayDeque<>(1);

	/** The run under way that began first. */
	private @Nullable ActiveRun active;

	/** Further runs under way, where runs overlap. */
	private List<ActiveRun> overlapping = List.of();

	/** What the trigger threw. */
	private @Nullable String triggerError;

	private long runs;

	private long failures;

	/** Runs that threw, since the last one that did not. */
	private int failuresInARow;

	private long lastSuccessNanos = UNKNOWN;

	/** Runs that took longer than their period, since the last one that did not. */
	private int overrunsInARow;

	private long dueNanos;

	/** The due time after the next, where the trigger has said it. */
	private long followingNanos = UNKNOWN;

	/** Runs that were not timed and that the due time takes into account. */
	private long untimedRuns;

	RunLog(long firstDueNanos) {
		this.dueNanos = firstDueNanos;
	}

	synchronized ActiveRun begin(Thread thread, long nowNanos, Schedule schedule) {
		long lateness = (this.dueNanos == UNKNOWN) ? 0 : Math.max(0, nowNanos - this.dueNanos);
		ActiveRun run = ActiveRun.timed(thread, nowNanos, lateness, period(schedule));
		if (this.active == null) {
			this.active = run;
		}
		else {
			this.overlapping = Stream.concat(this.overlapping.stream(), Stream.of(run)).toList();
		}
		if (schedule instanceof Schedule.OnTrigger) {
			this.dueNanos = UNKNOWN;
		}
		return run;
	}

	/**
	 * How long a run waited for a thread. It could not start before the run before it was
	 * over.
	 */
	synchronized long waitedNanos(ActiveRun run) {
		long ready = notBefore(run.startedNanos() - run.latenessNanos());
		return Math.max(0, run.startedNanos() - ready);
	}

	/** The later of a due time and the end of the last run. */
	public synchronized long notBefore(long dueNanos) {
		CompletedRun last = lastRun();
		long ended = (last == null) ? dueNanos : endNanos(last);
		return (ended - dueNanos > 0) ? ended : dueNanos;
	}

	static long endNanos(CompletedRun run) {
		return run.startedNanos() + run.durationNanos();
	}

	/** The time from the start that is due to the next, or zero; guarded by this. */
	private long period(Schedule schedule) {
		if (schedule.keeps() instanceof Schedule.FixedRate rate) {
			return rate.nanos();
		}
		boolean known = this.dueNanos != UNKNOWN && this.followingNanos != UNKNOWN;
		return (known && schedule instanceof Schedule.OnTrigger) ? this.followingNanos - this.dueNanos : 0;
	}

	/** The exception is asked for its message before any lock is taken. */
	CompletedRun end(ActiveRun run, long nowNanos, RunOutcome outcome, @Nullable Throwable failure, Schedule schedule) {
		CompletedRun done = new CompletedRun(run.startedNanos(), nowNanos - run.startedNanos(), run.latenessNanos(),
				outcome, (failure == null) ? null : ErrorText.of(failure));
		end(run, nowNanos, done, schedule);
		return done;
	}

	private synchronized void end(ActiveRun run, long nowNanos, CompletedRun done, Schedule schedule) {
		this.runs++;
		if (done.outcome() == RunOutcome.FAILURE) {
			this.failures++;
			this.failuresInARow++;
		}
		else if (done.outcome() == RunOutcome.SUCCESS) {
			this.failuresInARow = 0;
			this.lastSuccessNanos = nowNanos;
		}
		boolean overran = run.periodNanos() > 0 && done.durationNanos() > run.periodNanos();
		this.overrunsInARow = overran ? this.overrunsInARow + 1 : 0;
		if (this.active != run) {
			this.overlapping = this.overlapping.stream().filter((it) -> it != run).toList();
		}
		else if (this.overlapping.isEmpty()) {
			this.active = null;
		}
		else {
			this.active = this.overlapping.get(0);
			this.overlapping = this.overlapping.stream().skip(1).toList();
		}
		if (this.last.size() == KEPT) {
			this.last.removeFirst();
		}
		this.last.addLast(done);
		if (schedule instanceof Schedule.FixedRate rate) {
			this.dueNanos += rate.nanos();
		}
		else if (schedule instanceof Schedule.FixedDelay delay) {
			this.dueNanos = nowNanos + delay.nanos();
		}
	}

	/** When the next run is due after runs that were not timed. */
	synchronized void caughtUp(long untimedRuns, long dueNanos) {
		this.untimedRuns = untimedRuns;
		this.dueNanos = dueNanos;
		this.failuresInARow = 0;
		this.overrunsInARow = 0;
	}

	public synchronized long untimedRuns() {
		return this.untimedRuns;
	}

	/** The trigger named the time of the next run. */
	synchronized void due(long dueNanos, long followingNanos) {
		this.dueNanos = dueNanos;
		this.followingNanos = followingNanos;
	}

	/** The due time after the next, or {@link #UNKNOWN}. */
	public synchronized long followingNanos() {
		return this.followingNanos;
	}

	public synchronized int failuresInARow() {
		return this.failuresInARow;
	}

	public synchronized int overrunsInARow() {
		return this.overrunsInARow;
	}

	/** When the last run that succeeded ended, or {@link #UNKNOWN}. */
	public synchronized long lastSuccessNanos() {
		return this.lastSuccessNanos;
	}

	synchronized long dueNanos() {
		return this.dueNanos;
	}

	synchronized @Nullable ActiveRun active() {
		return this.active;
	}

	synchronized boolean isActive(ActiveRun run) {
		return this.active == run || this.overlapping.contains(run);
	}

	void triggerFailed(Throwable failure) {
		triggerFailed(ErrorText.of(failure));
	}

	private synchronized void triggerFailed(String error) {
		this.triggerError = error;
	}

	/** What ended the task, if an exception did: its trigger's, or the last run's. */
	synchronized @Nullable String fatalError() {
		CompletedRun last = lastRun();
		return (this.triggerError != null || last == null) ? this.triggerError : last.error();
	}

	synchronized long runs() {
		return this.runs;
	}

	synchronized long failures() {
		return this.failures;
	}

	public synchronized @Nullable CompletedRun lastRun() {
		return this.last.peekLast();
	}

	/** Newest first. */
	synchronized List<CompletedRun> history() {
		List<CompletedRun> history = new ArrayList<>(this.last.size());
		this.last.descendingIterator().forEachRemaining(history::add);
		return history;
	}

}
