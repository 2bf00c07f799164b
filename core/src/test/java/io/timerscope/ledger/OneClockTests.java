package io.timerscope.ledger;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.timerscope.LeakReason;
import io.timerscope.ManualTime;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The law One clock: core starts no thread and takes time as a parameter.
 */
class OneClockTests {

	@Test
	void theLedgerStartsNoThread() {
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		TaskLedger ledger = TaskLedger.builder().build();
		TaskTracker tracker = ledger.schedulers().track("none", "none", SchedulerTraits.EXECUTOR, PoolView.NONE);
		tracker.execute(() -> {
		}, Runnable::run);
		ledger.ownerEnded(ledger.openOwner(OwnerKind.REQUEST, "GET /"));
		ledger.tick();
		ledger.read().snapshot(TaskQuery.DEFAULT);
		Set<Thread> after = new HashSet<>(Thread.getAllStackTraces().keySet());
		after.removeAll(before);
		assertThat(after).isEmpty();
	}

	@Test
	void aGracePeriodPassesWhenTheGivenTimeDoes() {
		try (Bench bench = new Bench()) {
			Owner owner = bench.during(OwnerKind.BEAN, "priceFeed", () -> bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS));
			bench.ledger.ownerEnded(owner);
			bench.time.pass(Duration.ofSeconds(29));
			assertThat(bench.totals().leaked()).isZero();
			bench.time.pass(Duration.ofSeconds(1));
			assertThat(bench.totals().leaked()).isEqualTo(1);
			TaskSnapshot task = bench.tasks(TaskQuery.States.LEAKED).tasks().get(0);
			assertThat(task.createdAt()).isEqualTo(ManualTime.START);
			assertThat(task.leak().since()).isEqualTo(ManualTime.START.plusSeconds(30));
			assertThat(task.leak().reason()).isEqualTo(LeakReason.OUTLIVED_BEAN);
		}
	}

}
