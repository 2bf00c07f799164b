package io.timerscope.metrics;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import com.acme.orders.OrderController;
import io.timerscope.EndedObjects;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.finding.FindingBook;
import io.timerscope.guard.Guard;
import io.timerscope.guard.GuardLimits;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;

/** A ledger with schedulers on real pools. */
final class Shop implements AutoCloseable {

	final HandTime time = new HandTime();

	final TaskLedger ledger = TaskLedger.builder().time(this.time).endedObjects(new EndedOrders()).build();

	final FindingBook findings = new FindingBook(this.ledger);

	/** Sheds as soon as one task is live. */
	final Guard guard = new Guard(new GuardLimits(1, 0, Long.MAX_VALUE, 1, (site) -> 0, true));

	final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);

	final TrackedScheduledExecutorService orders = open("orders", this.pool);

	TrackedScheduledExecutorService open(String name, ScheduledThreadPoolExecutor pool) {
		return new TrackedScheduledExecutorService(pool, this.ledger.schedulers()
			.track(name, pool.getClass().getName(), SchedulerTraits.EXECUTOR, PoolView.of(pool)));
	}

	/** Schedules in a request that ends at once, and lets the grace period pass. */
	ScheduledFuture<?> leak() {
		Owner request = this.ledger.openOwner(OwnerKind.REQUEST, "POST /orders");
		OwnerSource before = this.ledger.context().swap(request);
		ScheduledFuture<?> task = new OrderController(this.orders).place();
		this.ledger.context().swap(before);
		this.ledger.ownerEnded(request);
		this.time.pass(Duration.ofSeconds(30));
		this.ledger.tick();
		this.ledger.tick();
		return task;
	}

	@Override
	public void close() {
		this.pool.shutdownNow();
	}

	/** An order ends with the request that placed it. */
	private static final class EndedOrders implements EndedObjects {

		@Override
		public String ended(Object object, Owner owner) {
			return (object instanceof OrderController.Order && owner.isEnded()) ? "a closed Order" : null;
		}

	}

}
