package io.timerscope.ledger;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import io.timerscope.ManualTime;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.TaskQuery;
import io.timerscope.Totals;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import io.timerscope.record.LedgerWriter;
import io.timerscope.snapshot.TaskPage;

/** A ledger on hand-driven time with one tracked pool. */
public final class Bench implements AutoCloseable {

	public final ManualTime time = new ManualTime();

	public final ScheduledThreadPoolExecutor pool;

	public final TaskLedger ledger;

	public final TaskTracker tracker;

	public final TrackedScheduledExecutorService executor;

	public Bench() {
		this(TaskLedger.builder());
	}

	public Bench(TaskLedgerBuilder builder) {
		this(builder, new ScheduledThreadPoolExecutor(2));
	}

	public Bench(TaskLedgerBuilder builder, ScheduledThreadPoolExecutor pool) {
		this(builder, pool, PoolView.of(pool));
	}

	public Bench(TaskLedgerBuilder builder, ScheduledThreadPoolExecutor pool, PoolView view) {
		this.pool = pool;
		this.ledger = builder.time(this.time).build();
		this.tracker = this.ledger.schedulers()
			.track("pool", pool.getClass().getName(), SchedulerTraits.EXECUTOR, view);
		this.executor = new TrackedScheduledExecutorService(pool, this.tracker);
	}

	/**
	 * The write side of the ledger, and through it the live tasks and those that ended.
	 */
	public LedgerWriter writer() {
		return this.ledger.writer();
	}

	public Totals totals() {
		return this.ledger.read().totals();
	}

	public TaskPage tasks(TaskQuery.States states) {
		return this.ledger.read().snapshot(new TaskQuery(states, null, null, null, null, 100, 0)).page();
	}

	/** Opens an owner and lets work happen on its behalf. */
	public Owner during(OwnerKind kind, String name, Runnable work) {
		Owner owner = this.ledger.openOwner(kind, name);
		onBehalfOf(owner, work);
		return owner;
	}

	/** Lets work happen on behalf of an owner. */
	public void onBehalfOf(Owner owner, Runnable work) {
		OwnerSource before = this.ledger.context().swap(owner);
		try {
			work.run();
		}
		finally {
			this.ledger.context().swap(before);
		}
	}

	public void endAndOutlive(Owner owner) {
		this.ledger.ownerEnded(owner);
		this.time.pass(Duration.ofSeconds(30));
	}

	@Override
	public void close() {
		this.pool.shutdownNow();
	}

}
