package io.timerscope.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.timerscope.TaskState;
import io.timerscope.pool.PoolView;
import io.timerscope.record.LedgerWriter;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.TaskRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tasks that somebody took out of a pool's queue without a cancel. Such a task
 * is neither in the queue nor at work for ten seconds of looks, and has not run in
 * between. One look proves nothing: a task whose run ends meanwhile is in no place for a
 * moment, and a starved thread may hold one that it has not started or not put back.
 * <p>
 * Only pools of the JDK's and Spring's own classes are judged. Others may hand a task on.
 * Used by one thread at a time.
 */
final class RemovedTasks {

	/** A look at each queue costs a copy of it. */
	private static final int LOOK_ANYWAY = 30;

	private static final long PROOF_NANOS = 10_000_000_000L;

	private final LedgerWriter writer;

	/** Tasks that were missing at the last look. */
	private Map<TaskRecord, Absence> missing = Map.of();

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
		for (Look look : looks.values()) {
			for (TaskRecord task : look.missing()) {
				Absence absence = new Absence(task.runs(), now).orSince(this.missing.get(task));
				if (this.writer.clock().pauses().awake(absence.sinceNanos(), now) >= PROOF_NANOS) {
					this.writer.end(task, TaskState.LOST);
				}
				else {
					missing.put(task, absence);
				}
			}
		}
		this.missing = missing;
	}

	/** The schedulers that are worth a look. */
	private Map<SchedulerRecord, Look> looks(List<SchedulerRecord> schedulers) {
		boolean anyway = ++this.ticks % LOOK_ANYWAY == 0 || !this.missing.isEmpty();
		Map<SchedulerRecord, Look> looks = new HashMap<>();
		for (SchedulerRecord scheduler : schedulers) {
			this.writer.errors().guarded("ask a pool", () -> {
				if (anyway || scheduler.lacksTasks()) {
					boolean judged = scheduler.totals().live() > 0 && scheduler.pool().holdsWhatItReturns();
					Collection<?> queue = judged ? scheduler.pool().queue() : null;
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
	 * @param sinceNanos when that was
	 */
	private record Absence(long runs, long sinceNanos) {

		Absence orSince(@Nullable Absence before) {
			return (before != null && before.runs == this.runs) ? before : this;
		}

	}

	/** One look at the queue of a scheduler. */
	private static final class Look {

		private final PoolView pool;

		private final Set<Object> queue = Collections.newSetFromMap(new IdentityHashMap<>());

		private final List<TaskRecord> removed = new ArrayList<>();

		/** Perhaps removed, perhaps taken by a thread that has not started it. */
		private final List<TaskRecord> overdue = new ArrayList<>();

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
			if ((future == null || !this.queue.contains(future)) && task.isAccepted()) {
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

		List<TaskRecord> missing() {
			Integer active = this.pool.activeThreads();
			boolean noneIsHeld = active != null && active <= this.running;
			return noneIsHeld ? Stream.concat(this.removed.stream(), this.overdue.stream()).toList() : this.removed;
		}

	}

}
