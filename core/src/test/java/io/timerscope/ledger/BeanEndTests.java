package io.timerscope.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.LeakReason;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.TrackingPolicy;
import io.timerscope.record.BeanTasks;
import io.timerscope.record.TaskOwner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The end of one bean costs by what the bean has, and not by what others have. */
class BeanEndTests {

	private static final int OTHERS = 5_000;

	private final Bench bench = new Bench();

	@AfterEach
	void shutDown() {
		this.bench.close();
	}

	@Test
	void aBeanThatHasNothingLooksAtNothing() {
		schedule(OTHERS);
		Owner bean = this.bench.ledger.openOwner(OwnerKind.BEAN, "priceFeed");
		assertThat(looksAtEndOf(bean)).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, BeanTasks.FEW })
	void aBeanWithFewTasksLooksAtTheseOnly(int tasks) {
		schedule(OTHERS);
		Owner bean = this.bench.during(OwnerKind.BEAN, "priceFeed", () -> schedule(tasks));
		schedule(OTHERS);
		assertThat(looksAtEndOf(bean)).isEqualTo(tasks);
		assertThat(outlived()).isEqualTo(tasks);
	}

	@Test
	void aBeanWithManyTasksLooksAtNothingOlderThanItsFirst() {
		schedule(OTHERS);
		Owner bean = this.bench.during(OwnerKind.BEAN, "priceFeed", () -> schedule(BeanTasks.FEW + 1));
		schedule(10);
		assertThat(looksAtEndOf(bean)).isEqualTo(BeanTasks.FEW + 1 + 10);
		assertThat(outlived()).isEqualTo(BeanTasks.FEW + 1);
	}

	@Test
	void whatHasEndedIsLookedAtNoMore() {
		List<ScheduledFuture<?>> futures = new ArrayList<>();
		Owner bean = this.bench.during(OwnerKind.BEAN, "priceFeed", () -> futures.addAll(schedule(10)));
		futures.subList(0, 7).forEach((future) -> future.cancel(false));
		assertThat(looksAtEndOf(bean)).isEqualTo(3);
		assertThat(outlived()).isEqualTo(3);
	}

	@Test
	void whatThePoolRefusedIsLookedAtNoMore() {
		this.bench.pool.shutdown();
		Owner bean = this.bench.during(OwnerKind.BEAN, "priceFeed",
				() -> assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> schedule(1)));
		assertThat(looksAtEndOf(bean)).isZero();
	}

	/** Every end of a bean counts the same, however many tasks it has had. */
	@ParameterizedTest
	@ValueSource(ints = { 1, BeanTasks.FEW, BeanTasks.FEW + 1, 3 * BeanTasks.FEW })
	void everyTaskOfTheBeanIsCancelledWhereItIsToBe(int tasks) {
		try (Bench cancelling = new Bench(TaskLedger.builder().policy(new TrackingPolicy() {
			@Override
			public boolean cancelsOnOwnerEnd(OwnerKind kind, Site site) {
				return true;
			}
		}))) {
			Owner bean = cancelling.during(OwnerKind.BEAN, "priceFeed", () -> schedule(cancelling, tasks));
			schedule(cancelling, 5);
			cancelling.ledger.ownerEnded(bean);
			assertThat(cancelling.totals().cancelled()).isEqualTo(tasks);
			assertThat(cancelling.totals().live()).isEqualTo(5);
		}
	}

	private int looksAtEndOf(Owner bean) {
		TaskOwner owner = (TaskOwner) bean;
		owner.end(new TaskOwner.Ended(this.bench.time.nanos(), true));
		return this.bench.ledger.leaks().ownerEnded(owner, this.bench.writer());
	}

	private long outlived() {
		this.bench.time.pass(Duration.ofMinutes(1));
		this.bench.ledger.tick();
		return this.bench.ledger.leaks(LeakReason.OUTLIVED_BEAN);
	}

	private List<ScheduledFuture<?>> schedule(int tasks) {
		return schedule(this.bench, tasks);
	}

	private static List<ScheduledFuture<?>> schedule(Bench bench, int tasks) {
		List<ScheduledFuture<?>> futures = new ArrayList<>();
		for (int i = 0; i < tasks; i++) {
			futures.add(bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS));
		}
		return futures;
	}

}
