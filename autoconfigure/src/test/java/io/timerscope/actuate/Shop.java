package io.timerscope.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import com.acme.orders.OrderController;
import io.timerscope.EndedObjects;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.TimeSource;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import io.timerscope.recent.LastHour;

/**
 * A ledger with one real pool and a clock that is moved by hand.
 */
final class Shop implements AutoCloseable {

	static final Diagnosis WELL = new Diagnosis(List.of(), false, List.of());

	static final Instant OPENING = Instant.parse("2026-11-23T10:13:31Z");

	private final AtomicReference<Instant> now = new AtomicReference<>(OPENING);

	private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);

	final TaskLedger ledger;

	/** So that nothing is taken for abandoned when the garbage collector runs. */
	private final List<Object> held = new ArrayList<>();

	final ScheduledExecutorService scheduler;

	final OrderController orders;

	Shop() {
		this.ledger = TaskLedger.builder().time(new TimeSource() {

			@Override
			public long nanos() {
				return Duration.between(OPENING, Shop.this.now.get()).toNanos();
			}

			@Override
			public Instant now() {
				return Shop.this.now.get();
			}

		}).endedObjects(new EndedOrders()).applicationName("shop").build();
		this.scheduler = new TrackedScheduledExecutorService(this.pool,
				this.ledger.schedulers()
					.track("taskScheduler", ScheduledThreadPoolExecutor.class.getName(), SchedulerTraits.EXECUTOR,
							PoolView.of(this.pool)));
		this.orders = new OrderController(this.scheduler);
	}

	void pass(Duration time) {
		this.now.updateAndGet((now) -> now.plus(time));
		this.ledger.tick();
	}

	<T> T during(Owner owner, Supplier<T> work) {
		OwnerSource before = this.ledger.context().swap(owner);
		try {
			T result = work.get();
			this.held.add(result);
			return result;
		}
		finally {
			this.ledger.context().swap(before);
		}
	}

	/** A request that schedules so many tasks, and ends. */
	void request(String name, int tasks) {
		Owner request = this.ledger.openOwner(OwnerKind.REQUEST, name);
		for (int i = 0; i < tasks; i++) {
			during(request, this.orders::place);
		}
		this.ledger.ownerEnded(request);
	}

	/** The same, and the grace period is over: the orders have ended with the request. */
	void leak(String name, int tasks) {
		request(name, tasks);
		pass(Duration.ofSeconds(30));
		this.ledger.tick();
	}

	/** What a closed scope leaves on a further scheduler. */
	void onAnother(String name, Function<ScheduledExecutorService, Object> work) {
		Owner scope = this.ledger.openOwner(OwnerKind.SCOPE, name);
		during(scope,
				() -> work.apply(new TrackedScheduledExecutorService(this.pool,
						this.ledger.schedulers()
							.track(name, ScheduledThreadPoolExecutor.class.getName(), SchedulerTraits.EXECUTOR,
									PoolView.of(this.pool)))));
		this.ledger.ownerEnded(scope);
	}

	/** An endpoint that shows this ledger, with nothing to change. */
	TimersEndpoint endpoint(Supplier<Diagnosis> diagnosis, boolean showMessages) {
		return new TimersEndpoint(this.ledger, diagnosis, new OperatorControls() {
		}, new LastHour(this.ledger), showMessages);
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
