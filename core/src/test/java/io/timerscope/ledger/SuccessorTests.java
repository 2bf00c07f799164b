package io.timerscope.ledger;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.acme.orders.Poller;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.Totals;
import io.timerscope.TrackingPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A task that schedules its own successor keeps its owner, also after that has ended. */
class SuccessorTests {

	private Bench bench = new Bench();

	@AfterEach
	void shutDown() {
		this.bench.close();
	}

	@Test
	void aTaskThatSchedulesItselfAgainAfterItsOwnersEndOutlivesIt() {
		Poller poller = outlived(Poller::start);
		await().until(() -> poller.polls() >= 5);
		assertThat(ownerOfTheNextPoll(poller)).isEqualTo(OwnerKind.REQUEST);
		assertThat(this.bench.totals()).extracting(Totals::outlived, Totals::leaked).containsExactly(1L, 0L);
	}

	@Test
	void whatAPeriodicTaskOfAnEndedOwnerSchedulesIsNobodys() {
		outlived(Poller::heartbeat);
		await().until(() -> owners().size() == 2);
		assertThat(owners()).containsExactly(OwnerKind.REQUEST, OwnerKind.APPLICATION);
	}

	@Test
	void whatIsMeantToOutliveTheRequestHasSuccessorsOfTheApplication() {
		another(new TrackingPolicy() {

			@Override
			public boolean ignores(Site site) {
				return site.methodName().equals("start");
			}

		});
		Poller poller = outlived(Poller::start);
		await().until(() -> poller.polls() >= 2);
		assertThat(ownerOfTheNextPoll(poller)).isEqualTo(OwnerKind.APPLICATION);
	}

	@Test
	void noSuccessorIsCancelledOfATaskThatWasNot() {
		another(new TrackingPolicy() {

			@Override
			public boolean cancelsOnOwnerEnd(OwnerKind kind, Site site) {
				return !site.methodName().equals("start");
			}

		});
		Poller poller = outlived(Poller::start);
		await().until(() -> poller.polls() >= 2);
		assertThat(ownerOfTheNextPoll(poller)).isEqualTo(OwnerKind.APPLICATION);
		assertThat(this.bench.totals().cancelled()).isZero();
	}

	/** What a request has scheduled, and what runs only after its end. */
	private Poller outlived(Consumer<Poller> start) {
		CountDownLatch ended = new CountDownLatch(1);
		for (int i = 0; i < this.bench.pool.getCorePoolSize(); i++) {
			this.bench.pool.execute(() -> OnceTests.uninterrupted(ended));
		}
		Poller poller = new Poller(this.bench.executor);
		Owner request = this.bench.during(OwnerKind.REQUEST, "POST /orders", () -> start.accept(poller));
		this.bench.endAndOutlive(request);
		ended.countDown();
		return poller;
	}

	private OwnerKind ownerOfTheNextPoll(Poller poller) {
		poller.slowDown();
		await().until(() -> this.bench.pool.getActiveCount() == 0
				&& this.bench.pool.getQueue().peek() instanceof Delayed next && next.getDelay(TimeUnit.MINUTES) > 1);
		assertThat(owners()).hasSize(1);
		return owners().get(0);
	}

	private void another(TrackingPolicy policy) {
		this.bench.close();
		this.bench = new Bench(TaskLedger.builder().policy(policy));
	}

	private List<OwnerKind> owners() {
		return this.bench.tasks(TaskQuery.States.LIVE).tasks().stream().map((task) -> task.owner().kind()).toList();
	}

}
