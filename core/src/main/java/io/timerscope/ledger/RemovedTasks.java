package io.timerscope.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.TaskState;
import io.timerscope.pool.PoolView;
import io.timerscope.record.LedgerWriter;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.TaskRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tasks that somebody took out of a pool's queue without a cancel. Such a task
 * is neither in the queue nor at work, at two ticks in a row. Used by the clock only.
 */
final class RemovedTasks {

	/** A look at each queue costs a copy of it. */
	private static final int LOOK_ANYWAY = 30;

	private final LedgerWriter writer;

	/** Tasks that were missing at the last look. */
	private Set<TaskRecord> missing = Set.of();

	/** Trackers whose futures were seen in the queue of their own pool. */
	private final Set<SchedulerRecord> proven = Collections.newSetFromMap(new WeakHashMap<>());

	private int ticks;

	RemovedTasks(LedgerWriter writer) {
		this.writer = writer;
	}

	void tick(List<SchedulerRecord> schedulers) {
		Map<SchedulerRecord, Look> looks = looks(schedulers);
		if (looks.isEmpty()) {
			this.missing = Set.of();
			return;
		}
		this.writer.live().forEachAfter(0, (task) -> {
			Look look = looks.get(task.scheduler());
			if (look != null) {
				look.visit(task);
			}
			return true;
		});
		Set<TaskRecord> missing = new HashSet<>();
		looks.forEach((scheduler, look) -> {
			if (look.met) {
				this.proven.add(scheduler);
			}
			if (this.proven.contains(scheduler) || scheduler.pool().holdsWhatItReturns()) {
				look.addTo(missing);
			}
		});
		for (TaskRecord task : missing) {
			if (this.missing.contains(task)) {
				this.writer.end(task, TaskState.LOST);
			}
		}
		missing.removeIf((task) -> !task.isLive());
		this.missing = missing;
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

		void addTo(Set<TaskRecord> missing) {
			missing.addAll(this.removed);
			Integer active = this.pool.activeThreads();
			if (active != null && active <= this.running) {
				missing.addAll(this.overdue);
			}
		}

	}

}
