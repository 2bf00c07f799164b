package io.timerscope.ledger;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.timerscope.TaskQuery;
import io.timerscope.Totals;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Schedulers that come and go under names of their own, as one per tenant. */
class GoneSchedulersTests {

	private final TaskLedger ledger = TaskLedger.builder().build();

	@Test
	void aSchedulerThatNobodyHoldsLeavesTheLedgerAndItsCountsStay() {
		for (int i = 0; i < 50; i++) {
			tenant("tenant-" + i);
		}
		assertThat(this.ledger.read().totals().scheduled()).isEqualTo(100);
		await().until(() -> {
			System.gc();
			this.ledger.tick();
			return this.ledger.schedulers().tracked().isEmpty();
		});
		assertThat(this.ledger.read().totals()).isEqualTo(totals(100));
		assertThat(this.ledger.read().snapshot(TaskQuery.DEFAULT).totals()).isEqualTo(totals(100));
		assertThat(this.ledger.read().snapshot(TaskQuery.DEFAULT).schedulers()).isEmpty();
	}

	@Test
	void aSchedulerThatWasShutDownStaysAsLongAsSomebodyHoldsIt() {
		ScheduledThreadPoolExecutor pool = tenant("kept");
		System.gc();
		this.ledger.tick();
		this.ledger.tick();
		assertThat(this.ledger.schedulers().tracked()).singleElement().extracting(TaskTracker::name).isEqualTo("kept");
		assertThat(pool.isTerminated()).isTrue();
	}

	@Test
	void aNameThatComesBackIsCountedAnew() {
		tenant("tenant");
		await().until(() -> {
			System.gc();
			this.ledger.tick();
			return this.ledger.schedulers().tracked().isEmpty();
		});
		ScheduledThreadPoolExecutor pool = tenant("tenant");
		assertThat(this.ledger.schedulers().tracked()).singleElement()
			.satisfies((it) -> assertThat(it.totals()).isEqualTo(totals(2)));
		assertThat(this.ledger.read().totals()).isEqualTo(totals(4));
		assertThat(pool.isTerminated()).isTrue();
	}

	@Test
	void whatIsLeftAloneHasALimitWhereNamesHaveNone() {
		for (int i = 0; i < 20_000; i++) {
			this.ledger.schedulers().leaveAlone("tenant-" + i, "com.acme.Own", "it is excluded");
		}
		assertThat(this.ledger.schedulers().untracked()).hasSizeLessThanOrEqualTo(10_000);
	}

	private static Totals totals(long scheduled) {
		return new Totals(scheduled, 0, 0, 0, 0, 0, 0, 0, scheduled, 0, 0, 0);
	}

	private ScheduledThreadPoolExecutor tenant(String name) {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		TrackedScheduledExecutorService executor = new TrackedScheduledExecutorService(pool,
				this.ledger.schedulers().track(name, "pool", SchedulerTraits.EXECUTOR, PoolView.of(pool)));
		executor.schedule(GoneSchedulersTests::nothing, 1, TimeUnit.HOURS).cancel(false);
		executor.scheduleAtFixedRate(GoneSchedulersTests::nothing, 1, 1, TimeUnit.HOURS).cancel(false);
		executor.shutdownNow();
		await().until(pool::isTerminated);
		return pool;
	}

	private static void nothing() {
	}

}
