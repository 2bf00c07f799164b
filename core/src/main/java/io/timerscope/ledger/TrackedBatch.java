package io.timerscope.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;

import io.timerscope.Schedule;
import io.timerscope.record.LedgerWriter;
import io.timerscope.record.TrackedRun;
import org.jspecify.annotations.Nullable;

/**
 * {@code invokeAll} and {@code invokeAny}: many tasks, one call. Open while the executor
 * works on the batch, on the thread that called it.
 */
final class TrackedBatch<V extends @Nullable Object> implements AutoCloseable {

	private final HandOver handOver;

	private final LedgerWriter writer;

	private final List<TrackedRun> runs = new ArrayList<>();

	private final Collection<? extends Callable<V>> handed;

	private final boolean handingOverBefore;

	TrackedBatch(HandOver handOver, Collection<? extends Callable<V>> tasks) {
		this.handOver = handOver;
		this.writer = handOver.scheduler().writer();
		try {
			this.handed = (tasks == null) ? tasks : tracked(tasks);
		}
		catch (Throwable ex) {
			this.runs.forEach((run) -> this.writer.notTaken(run.record(), false));
			throw ex;
		}
		this.handingOverBefore = handOver.context().handingOver(true);
	}

	@SuppressWarnings("unchecked")
	private List<Callable<V>> tracked(Collection<? extends Callable<V>> tasks) {
		List<Callable<V>> handed = new ArrayList<>(tasks.size());
		for (Callable<V> task : tasks) {
			TrackedRun run = this.handOver.open(task, Schedule.immediate());
			if (run != null) {
				this.runs.add(run);
			}
			handed.add((run == null) ? task : (Callable<V>) this.handOver.face(task, run));
		}
		return handed;
	}

	Collection<? extends Callable<V>> handed() {
		return this.handed;
	}

	/** The executor took none, or not all: what has not started was never scheduled. */
	void refused() {
		this.runs.forEach((run) -> this.writer.notTaken(run.record(), true));
	}

	/** Whatever has not run by now never will. */
	@Override
	public void close() {
		this.handOver.context().handingOver(this.handingOverBefore);
		this.runs.forEach((run) -> this.writer.cancelled(run.record()));
	}

}
