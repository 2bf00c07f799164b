package io.timerscope.finding;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledFuture;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.guard.Guard;
import io.timerscope.guard.GuardLimits;
import io.timerscope.guard.GuardSample;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A day in the life of a correct application, ten seconds at a time: singletons that keep
 * no handle, requests whose tasks end within the grace period, sessions that cancel, work
 * at once, bursts, a nap of the machine and a debugger.
 */
class QuietDayTests {

	private static final int TICKS = 24 * 60 * 6;

	private final Guard guard = new Guard(new GuardLimits(3, 10_000, 6_000, 0.9, (site) -> 10_000, true));

	private final Surgery day = new Surgery(FindingLimits.DEFAULTS, 2, TaskLedger.builder().admission(this.guard),
			this.guard);

	@Test
	void aWellBehavedApplicationRaisesNothingForAWholeDay() {
		this.guard.started();
		Owner singleton = this.day.bench.ledger.openOwner(OwnerKind.BEAN, "reportJob");
		onBehalfOf(singleton, () -> this.day.jobs.everyHour(QuietDayTests::work));
		Deque<List<ScheduledFuture<?>>> carts = new ArrayDeque<>();
		Deque<Session> sessions = new ArrayDeque<>();
		for (int tick = 0; tick < TICKS; tick++) {
			serve(tick, carts);
			connect(tick, sessions);
			if (tick % 2_000 == 1_999) {
				System.gc();
				this.day.pause(Duration.ofHours(1));
			}
			this.day.tick();
			this.guard.sample(GuardSample.of(this.day.bench.ledger, 0.4));
		}
		assertThat(this.day.news).isEmpty();
		assertThat(this.day.bench.totals().leaked()).isZero();
		assertThat(this.day.bench.totals().scheduled()).isGreaterThan(50_000);
		assertThat(this.day.bench.ledger.trackingErrors()).isZero();
		this.day.close();
	}

	/** Each request leaves a task that ends 20 seconds later; at noon there are many. */
	private void serve(int tick, Deque<List<ScheduledFuture<?>>> carts) {
		int requests = (tick > TICKS / 2 && tick < TICKS / 2 + 60) ? 200 : 5;
		List<ScheduledFuture<?>> filled = new ArrayList<>();
		if (carts.size() > 1) {
			carts.removeFirst().forEach((cart) -> cart.cancel(false));
		}
		carts.add(filled);
		for (int i = 0; i < requests; i++) {
			Owner request = this.day.bench.ledger.openOwner(OwnerKind.REQUEST, "POST /carts");
			onBehalfOf(request, () -> filled.add(this.day.jobs.inAnHour(QuietDayTests::work)));
			this.day.bench.ledger.ownerEnded(request);
		}
		if (tick % 100 == 0) {
			long before = this.day.bench.totals().completed();
			this.day.jobs.now(QuietDayTests::work);
			await().until(() -> this.day.bench.totals().completed() > before);
		}
	}

	/** Each session pings for ten minutes and cancels when it closes. */
	private void connect(int tick, Deque<Session> sessions) {
		if (tick % 6 == 0) {
			Owner owner = this.day.bench.ledger.openOwner(OwnerKind.SESSION, "/chat");
			onBehalfOf(owner, () -> sessions.add(new Session(owner, this.day.jobs.everyHour(QuietDayTests::work))));
			if (sessions.size() > 10) {
				Session closing = sessions.removeFirst();
				this.day.bench.ledger.ownerEnded(closing.owner());
				closing.ping().cancel(false);
			}
		}
	}

	private void onBehalfOf(Owner owner, Runnable work) {
		OwnerSource before = this.day.bench.ledger.context().swap(owner);
		work.run();
		this.day.bench.ledger.context().swap(before);
	}

	private static void work() {
	}

	private record Session(Owner owner, ScheduledFuture<?> ping) {
	}

}
