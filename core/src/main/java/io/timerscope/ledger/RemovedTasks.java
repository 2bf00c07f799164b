package io.timerscope.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import io.timerscope.TaskState;
import io.timerscope.pool.PoolView;
import io.timerscope.record.LedgerWriter;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.TaskRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tasks that somebody took out of a pool's queue without a cancel. Such a task
 * is neither in the queue nor at work, at two ticks in a row, and has not run in between:
 * a periodic task whose run ends while a tick looks at the queue seems to be missing too.
 * Used by the clock only.
 */
final class RemovedTasks {

	/** A look at each queue costs a copy of it. */
	private static final int LOOK_ANYWAY = 30;

	/** So long a starved thread may take to start what it has taken from the queue. */
	private static final long STARTING_NANOS = 10_000_000_000L;

	private final LedgerWriter writer;

	/** Tasks that were missing at the last look. */
	private Map<TaskRecord, Absence> missing = Map.of();

	/** Trackers whose futures were seen in the queue of their own pool. */
	private final Set<SchedulerRecord> proven = Collections.newSetFromMap(new WeakHashMap<>());

	private int ticks;

	RemovedTasks(LedgerWriter writer) {
		this.writer = writer;
	}

	void tick(List<SchedulerRecord> schedulers) {
		Map<SchedulerRecord, Look> looks = looks(schedulers);
		if (looks.isEmpty()) {
			this.missing = Map.of();
			return;
		}
		this.writer.live().forEachAfter(0, (task) -> {
			Look look = looks.get(task.scheduler());
			if (look != null) {
				look.visit(task);
			}
			return true;
		});
		Map<TaskRecord, Absence> missing = new HashMap<>();
		long now = this.writer.clock().nanos();
		looks.forEach((scheduler, look) -> {
			if (look.met) {
				this.proven.add(scheduler);
			}
			if (this.proven.contains(scheduler) || scheduler.pool().holdsWhatItReturns()) {
				look.missing((task, overdue) -> missing.put(task, new Absence(task.runs(), overdue, now)));
			}
		});
		missing.replaceAll((task, absence) -> absence.since(this.missing.get(task)));
		missing.forEach((task, absence) -> {
			if (isProven(absence, now)) {
				this.writer.end(task, TaskState.LOST);
			}
		});
		missing.keySet().removeIf((task) -> !task.isLive());
		this.missing = missing;
	}

	private boolean isProven(Absence absence, long now) {
		return absence.again() && (!absence.overdue()
				|| this.writer.clock().pauses().awake(absence.sinceNanos(), now) >= STARTING_NANOS);
	}

	/** The schedulers that are worth a look. */
	private Map<SchedulerRecord, Look> looks(List<SchedulerRecord> schedulers) {
		boolean anyway = ++this.ticks % LOOK_ANYWAY == 0 || !this.missing.isEmpty();
		Map<SchedulerRecord, Look> looks = new HashMap<>();
		for (SchedulerRecord scheduler : schedulers) {
			this.writer.errors().guarded("ask a pool", () -> {
				if (anyway || scheduler.lacksTasks()) {
					Collection<?> queue = (scheduler.totals().live() == 0) ? null : scheduler.pool().queue();
					if (queue != null) {
						looks.put(scheduler, new Look(scheduler.pool(), queue));
					}
				}
			});
		}
		return looks;
	}

	/**
	 * A task is missing.
	 *
	 * @param runs how often it had run when it was first missing
	 * @param overdue whether it was due by then
	 * @param sinceNanos when it was first missing
	 * @param again whether it was so at the look before too
	 */
	private record Absence(long runs, boolean overdue, long sinceNanos, boolean again) {

		Absence(long runs, boolean overdue, long sinceNanos) {
			this(runs, overdue, sinceNanos, false);
		}

		Absence since(@Nullable Absence before) {
			if (before == null || before.runs != this.runs || before.overdue != this.overdue) {
				return this;
			}
			return new Absence(this.runs, this.overdue, before.sinceNanos, true);
		}

	}

	/** One look at the queue of a scheduler. */
	private static final class Look {

		private final PoolView pool;

		private final Set<Object> queue = Collections.newSetFromMap(new IdentityHashMap<>());

		private final List<TaskRecord> removed = new ArrayList<>();

		/** Perhaps removed, perhaps taken by a thread that has not started it. */
		private final List<TaskRecord> overdue = new ArrayList<>();

		private boolean met;

		private int running;

		Look(PoolView pool, Collection<?> queue) {
			this.pool = pool;
			this.queue.addAll(queue);
		}

		@SuppressWarnings("CollectionUndefinedEquality") // compared by identity
		void visit(TaskRecord task) {
			if (task.isRunning()) {
				this.running++;
				return;
			}
			Future<?> future = task.future();
			if (future != null && this.queue.contains(future)) {
				this.met = true;
			}
			else if (task.isAccepted()) {
				visitMissing(task, future);
			}
		}

		private void visitMissing(TaskRecord task, @Nullable Future<?> future) {
			if (future instanceof RunnableScheduledFuture<?> scheduled && !scheduled.isDone()) {
				if (scheduled.getDelay(TimeUnit.NANOSECONDS) > 0) {
					this.removed.add(task);
				}
				else {
					this.overdue.add(task);
				}
			}
			else if (future == null && this.queue.isEmpty() && !task.isPeriodic()) {
				this.overdue.add(task);
			}
		}

		/** Visits what is missing, and tells whether it is overdue. */
		void missing(BiConsumer<TaskRecord, Boolean> visitor) {
			this.removed.forEach((task) -> visitor.accept(task, false));
			Integer active = this.pool.activeThreads();
			if (active != null && active <= this.running) {
				this.overdue.forEach((task) -> visitor.accept(task, true));
			}
		}

	}

}
