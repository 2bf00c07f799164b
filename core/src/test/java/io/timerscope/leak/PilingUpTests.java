package io.timerscope.leak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.LeakReason;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.TaskQuery;
import io.timerscope.Totals;
import io.timerscope.TrackingPolicy;
import io.timerscope.Witness;
import io.timerscope.ledger.Bench;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.snapshot.LeakGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PilingUpTests {

	private static final Duration GRACE = Duration.ofSeconds(30);

	private final Bench bench = new Bench();

	private final List<ScheduledFuture<?>> held = new ArrayList<>();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void periodicTasksOfMostRequestsPileUp() {
		requestsThatLeaveOne(9);
		judge();
		assertThat(this.bench.totals().leaked()).as("nine are too few").isZero();
		assertThat(this.bench.totals().outlived()).isEqualTo(9);
		requestsThatLeaveOne(1);
		judge();
		assertThat(this.bench.totals()).extracting(Totals::outlived, Totals::leaked).containsExactly(10L, 10L);
		assertThat(this.bench.tasks(TaskQuery.States.LEAKED).tasks()).extracting((task) -> task.leak().witness())
			.containsOnly(Witness.PILING_UP);
		assertThat(this.bench.ledger.read().outlived().leaks()).singleElement()
			.extracting(LeakGroup::left, LeakGroup::of)
			.containsExactly(10, 10);
	}

	@Test
	void halfOfTheRequestsIsNotMost() {
		requestsThatLeaveOne(12);
		requestsThatCancel(12);
		judge();
		assertThat(this.bench.totals().leaked()).isZero();
		requestsThatLeaveOne(1);
		judge();
		assertThat(this.bench.totals().leaked()).isEqualTo(13);
		assertThat(this.bench.ledger.read().outlived().leaks()).singleElement()
			.extracting(LeakGroup::left, LeakGroup::of)
			.containsExactly(13, 25);
	}

	@Test
	void severalTasksOfOneRequestCountOnce() {
		Owner request = this.bench.during(OwnerKind.REQUEST, "POST /batch", () -> {
			for (int i = 0; i < 50; i++) {
				schedule();
			}
		});
		this.bench.ledger.ownerEnded(request);
		judge();
		assertThat(this.bench.totals()).extracting(Totals::outlived, Totals::leaked).containsExactly(50L, 0L);
	}

	@Test
	void oneTimeTasksNeverPileUp() {
		for (int i = 0; i < 50; i++) {
			Owner request = this.bench.during(OwnerKind.REQUEST, "POST /reminders",
					() -> this.held.add(this.bench.executor.schedule(PilingUpTests::work, 3, TimeUnit.DAYS)));
			this.bench.ledger.ownerEnded(request);
		}
		judge();
		assertThat(this.bench.totals()).extracting(Totals::outlived, Totals::leaked).containsExactly(50L, 0L);
	}

	@Test
	void whatStopsWithinTheGracePeriodWasNotLeft() {
		for (int i = 0; i < 20; i++) {
			ScheduledFuture<?> future = requestThatLeavesOne();
			this.bench.time.pass(Duration.ofSeconds(5));
			future.cancel(false);
		}
		requestsThatLeaveOne(10);
		judge();
		assertThat(this.bench.totals()).extracting(Totals::outlived, Totals::leaked).containsExactly(10L, 0L);
	}

	@Test
	void ownersOfMoreThanAnHourAgoDoNotCount() {
		for (int i = 0; i < 20; i++) {
			requestsThatLeaveOne(1);
			this.bench.time.pass(Duration.ofMinutes(7));
			judge();
		}
		assertThat(this.bench.totals()).extracting(Totals::outlived, Totals::leaked).containsExactly(20L, 0L);
	}

	@Test
	void aQuietNightProvesNothing() {
		requestsThatLeaveOne(10);
		judge();
		this.bench.time.pass(Duration.ofHours(9));
		judge();
		assertThat(this.bench.totals().leaked()).isEqualTo(10);
	}

	@Test
	void itIsTakenBackWhenTheTasksEnd() {
		requestsThatLeaveOne(10);
		judge();
		this.held.get(0).cancel(false);
		judge();
		assertThat(this.bench.totals()).extracting(Totals::outlived, Totals::leaked, Totals::recovered)
			.containsExactly(9L, 0L, 1L);
	}

	@Test
	void itIsTakenBackWhenMostRequestsLeaveNone() {
		requestsThatLeaveOne(10);
		judge();
		requestsThatCancel(10);
		judge();
		assertThat(this.bench.totals()).extracting(Totals::outlived, Totals::leaked).containsExactly(10L, 0L);
		assertThat(this.bench.ledger.leaks(LeakReason.OUTLIVED_REQUEST)).isEqualTo(10);
		assertThat(this.bench.ledger.recoveries(LeakReason.OUTLIVED_REQUEST)).isZero();
	}

	@Test
	void aLineThatPilesUpIsHeldAgainstTheNextRequestAtOnce() {
		requestsThatLeaveOne(10);
		judge();
		requestsThatLeaveOne(1);
		this.bench.time.pass(GRACE);
		assertThat(this.bench.totals().leaked()).isEqualTo(11);
	}

	@Test
	void whatAnOperatorCancelsCountsAsLeft() {
		requestsThatLeaveOne(60);
		judge();
		assertThat(this.bench.ledger.cancel(TaskQuery.DEFAULT).cancelled()).isEqualTo(60);
		requestsThatLeaveOne(11);
		judge();
		assertThat(this.bench.totals().leaked()).isEqualTo(11);
	}

	@Test
	void whatTimerscopeCancelsCountsAsLeft() {
		TrackingPolicy policy = new TrackingPolicy() {

			@Override
			public boolean cancelsLeaks(Site site) {
				return true;
			}

		};
		try (Bench cancelling = new Bench(TaskLedger.builder().policy(policy))) {
			for (int i = 0; i < 11; i++) {
				if (i == 10) {
					cancelling.time.pass(GRACE);
					cancelling.ledger.tick();
					cancelling.ledger.cancelLeaks();
					assertThat(cancelling.totals()).extracting(Totals::live, Totals::cancelled)
						.containsExactly(0L, 10L);
				}
				Owner request = cancelling.during(OwnerKind.REQUEST, "POST /orders", () -> this.held
					.add(cancelling.executor.scheduleAtFixedRate(PilingUpTests::work, 1, 1, TimeUnit.HOURS)));
				cancelling.ledger.ownerEnded(request);
			}
			cancelling.time.pass(GRACE);
			cancelling.ledger.tick();
			assertThat(cancelling.totals().leaked()).isEqualTo(1);
		}
	}

	@Test
	void ownersAreCountedExactlyUnderLoad() throws InterruptedException {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			boolean leaves = i < 3;
			Thread thread = new Thread(() -> {
				for (int j = 0; j < 500; j++) {
					Owner request = this.bench.ledger.openOwner(OwnerKind.REQUEST, "GET /");
					this.bench.ledger.context().swap(request);
					ScheduledFuture<?> future = this.bench.executor.scheduleAtFixedRate(PilingUpTests::work, 1, 1,
							TimeUnit.HOURS);
					synchronized (this.held) {
						this.held.add(future);
					}
					this.bench.ledger.context().swap(null);
					if (!leaves) {
						future.cancel(false);
					}
					this.bench.ledger.ownerEnded(request);
				}
			});
			thread.start();
			threads.add(thread);
		}
		for (Thread thread : threads) {
			thread.join();
		}
		judge();
		assertThat(this.bench.ledger.read().outlived().leaks()).singleElement()
			.extracting((group) -> group.tasks().count(), LeakGroup::left, LeakGroup::of)
			.containsExactly(1_500L, 1_500, 2_000);
	}

	private void requestsThatLeaveOne(int count) {
		for (int i = 0; i < count; i++) {
			requestThatLeavesOne();
		}
	}

	private ScheduledFuture<?> requestThatLeavesOne() {
		this.bench.ledger.ownerEnded(this.bench.during(OwnerKind.REQUEST, "POST /orders", this::schedule));
		return this.held.get(this.held.size() - 1);
	}

	private void requestsThatCancel(int count) {
		for (int i = 0; i < count; i++) {
			this.bench.ledger.ownerEnded(this.bench.during(OwnerKind.REQUEST, "POST /orders", () -> {
				schedule();
				this.held.get(this.held.size() - 1).cancel(false);
			}));
		}
	}

	private void schedule() {
		this.held.add(this.bench.executor.scheduleAtFixedRate(PilingUpTests::work, 1, 1, TimeUnit.HOURS));
	}

	private void judge() {
		this.bench.time.pass(GRACE);
		this.bench.ledger.tick();
	}

	private static void work() {
	}

}
