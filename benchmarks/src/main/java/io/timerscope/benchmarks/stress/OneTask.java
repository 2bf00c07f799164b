package io.timerscope.benchmarks.stress;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.Totals;
import io.timerscope.TrackingPolicy;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.openjdk.jcstress.annotations.State;

/**
 * A ledger with one owner and one task in a pool of no threads: each side of a race is
 * played by one actor.
 */
@State
public class OneTask {

	private final TaskLedger ledger = TaskLedger.builder().policy(new CancelAtOwnerEnd()).build();

	private final TaskTracker tracker = this.ledger.schedulers()
		.track("pool", "pool", SchedulerTraits.EXECUTOR, PoolView.NONE);

	private final Owner owner = this.ledger.openOwner(OwnerKind.REQUEST, "GET /");

	private volatile FutureTask<?> queued = new FutureTask<>(OneTask::task, null);

	private final Future<?> handle = schedule();

	Future<?> schedule() {
		OwnerSource before = this.ledger.context().swap(this.owner);
		Future<?> future = this.tracker.track(OneTask::task, Schedule.immediate(), (run) -> {
			FutureTask<?> queued = new FutureTask<>(run, null);
			this.queued = queued;
			return queued;
		});
		this.ledger.context().swap(before);
		return future;
	}

	void run() {
		this.queued.run();
	}

	void cancel() {
		this.handle.cancel(false);
	}

	void ownerEnds() {
		this.ledger.ownerEnded(this.owner);
	}

	void dropped() {
		this.tracker.dropped(List.of(this.queued));
	}

	Totals totals() {
		return this.ledger.read().totals();
	}

	/** Which end the task came to, a digit each: completed, failed, cancelled, lost. */
	int ends() {
		Totals totals = totals();
		return (int) (totals.completed() * 1000 + totals.failed() * 100 + totals.cancelled() * 10 + totals.lost());
	}

	int live() {
		return (int) totals().live();
	}

	private static void task() {
	}

	private static final class CancelAtOwnerEnd implements TrackingPolicy {

		@Override
		public boolean cancelsOnOwnerEnd(OwnerKind kind, Site site) {
			return true;
		}

	}

}
