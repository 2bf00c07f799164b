package io.timerscope.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

import com.acme.finding.Jobs;
import io.timerscope.ledger.Bench;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GuardTests {

	private double heapUsed;

	private long maxGrowth = 1_000;

	private final Guard guard = new Guard(new GuardLimits(3, 100, this.maxGrowth, 0.9,
			(site) -> site.methodName().equals("everyHour") ? 10 : 100, true));

	private final Bench bench = new Bench(TaskLedger.builder().admission(this.guard));

	private final Jobs jobs = new Jobs(this.bench.executor);

	private final GuardSampling sampling = new GuardSampling(this.guard, this.bench.ledger, () -> this.heapUsed);

	private final List<Future<?>> tasks = new ArrayList<>();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void severalBreachesInARowAreAnOverload() {
		schedule(101);
		samples(2);
		assertThat(this.guard.overload()).isNull();
		assertThat(this.guard.state()).isEqualTo(GuardState.CLOSED);
		samples(1);
		assertThat(this.guard.overload()).satisfies((overload) -> {
			assertThat(overload.breach()).isEqualTo("101 tasks are live, the limit is 100 (timerscope.guard.max-live)");
			assertThat(overload.samples()).isEqualTo(3);
			assertThat(overload.live()).isEqualTo(101);
		});
	}

	@Test
	void twoBreachesAndACalmSampleAreNone() {
		for (int i = 0; i < 5; i++) {
			schedule(101);
			samples(2);
			cancelAll();
			samples(1);
		}
		assertThat(this.guard.overload()).isNull();
	}

	@Test
	void theSiteThatGrewIsRefusedAndTheMessageSaysWhoAndWhy() {
		schedule(101);
		samples(3);
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> this.jobs.inAnHour(GuardTests::work))
			.withMessageMatching("Timerscope's guard refuses new tasks of com\\.acme\\.finding\\.Jobs\\.inAnHour"
					+ "\\(Jobs\\.java:\\d+\\), of which 101 are live and growing: 101 tasks are live, the limit is 100 "
					+ "\\(timerscope\\.guard\\.max-live\\)\\. It accepts them again when fewer than 50 are live, or after "
					+ "3 samples without a breach");
		assertThat(this.guard.state()).isEqualTo(GuardState.SHEDDING);
		assertThat(this.guard.rejections()).isEqualTo(1);
		assertThat(this.bench.totals().rejected()).isEqualTo(1);
		assertThat(this.bench.totals().live()).isEqualTo(101);
	}

	@Test
	void otherSitesAreNotRefused() {
		this.jobs.everyHour(GuardTests::work);
		schedule(101);
		samples(3);
		this.jobs.everyHour(GuardTests::work);
		this.jobs.now(GuardTests::work);
		assertThat(this.guard.rejections()).isZero();
	}

	@Test
	void declaredTasksAreNotRefused() {
		schedule(101);
		samples(3);
		assertThat(this.bench.ledger.read().siteCounts()).singleElement().satisfies((line) -> {
			assertThat(this.guard.refusal(line.site(), true)).isNull();
			assertThat(this.guard.refusal(line.site(), false)).isNotNull();
		});
	}

	@Test
	void aSiteIsLetGoOnOnceItIsUnderHalfOfItsLimit() {
		schedule(101);
		samples(3);
		cancel(51);
		samples(1);
		assertThat(this.guard.state()).isEqualTo(GuardState.SHEDDING);
		cancel(1);
		samples(1);
		assertThat(this.guard.state()).isEqualTo(GuardState.CLOSED);
		this.jobs.inAnHour(GuardTests::work);
		samples(2);
		assertThat(this.guard.overload()).isNull();
	}

	@Test
	void aRefusalEndsWhenTheBreachHasBeenOverForAsManySamplesAsItTook() {
		schedule(40);
		samples(3);
		schedule(20);
		this.heapUsed = 0.95;
		samples(3);
		assertThat(this.guard.state()).isEqualTo(GuardState.SHEDDING);
		this.heapUsed = 0.3;
		samples(2);
		assertThat(this.guard.state()).isEqualTo(GuardState.SHEDDING);
		samples(1);
		assertThat(this.guard.state()).isEqualTo(GuardState.CLOSED);
		assertThat(this.guard.overload()).isNull();
		this.jobs.inAnHour(GuardTests::work);
		assertThat(this.guard.rejections()).isZero();
	}

	@Test
	void aCalmSampleBetweenBreachesEndsNoRefusal() {
		schedule(101);
		samples(3);
		cancel(2);
		samples(2);
		this.heapUsed = 0.95;
		samples(1);
		this.heapUsed = 0.3;
		samples(2);
		assertThat(this.guard.state()).isEqualTo(GuardState.SHEDDING);
	}

	@Test
	void oneMoreClientIsNotTheCauseOfAFullHeap() {
		schedule(7);
		samples(3);
		this.heapUsed = 0.93;
		samples(1);
		schedule(1);
		samples(2);
		assertThat(this.guard.overload()).isNotNull();
		assertThat(this.guard.state()).isEqualTo(GuardState.CLOSED);
		schedule(1);
		assertThat(this.guard.rejections()).isZero();
	}

	@Test
	void oneMoreTaskOfAnotherSiteIsNotTheCauseOfTooManyTasks() {
		schedule(101);
		samples(1);
		this.jobs.everyHour(GuardTests::work);
		samples(2);
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> this.jobs.inAnHour(GuardTests::work));
		this.jobs.everyHour(GuardTests::work);
	}

	@Test
	void aSiteCanHaveALimitOfItsOwn() {
		for (int i = 0; i < 11; i++) {
			this.jobs.everyHour(GuardTests::work);
		}
		samples(3);
		assertThat(this.guard.overload()).extracting(Overload::breach)
			.asString()
			.matches("11 tasks of com\\.acme\\.finding\\.Jobs\\.everyHour\\(Jobs\\.java:\\d+\\) are live, "
					+ "the limit of the site is 10 \\(timerscope\\.rules\\[]\\.max-live\\)");
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> this.jobs.everyHour(GuardTests::work));
	}

	@Test
	void growthWithinAMinuteIsABreach() {
		Guard guard = guard(1_000_000, 60);
		guard.started();
		Duration interval = Duration.ofSeconds(10);
		for (int i = 0; i < 10; i++) {
			schedule(9);
			sample(guard, interval);
		}
		assertThat(guard.overload()).isNull();
		for (int i = 0; i < 10; i++) {
			schedule(11);
			sample(guard, interval);
		}
		assertThat(guard.overload()).extracting(Overload::breach)
			.asString()
			.startsWith("live tasks grew by ")
			.endsWith(" within a minute, the limit is 60 (timerscope.guard.max-growth-per-minute)");
	}

	@Test
	void whatASlowStartSchedulesIsNoGrowth() {
		Guard guard = guard(1_000_000, 60);
		for (int i = 0; i < 10; i++) {
			schedule(100);
			sample(guard, Duration.ofSeconds(10));
		}
		guard.started();
		for (int i = 0; i < 10; i++) {
			sample(guard, Duration.ofSeconds(10));
		}
		assertThat(guard.overload()).isNull();
	}

	@Test
	void aFullHeapIsABreachThatBlamesNoSiteThatDidNotGrow() {
		schedule(50);
		samples(3);
		this.heapUsed = 0.95;
		samples(4);
		assertThat(this.guard.overload()).extracting(Overload::breach)
			.isEqualTo("95 % of the heap is in use after a collection, the limit is 90 % "
					+ "(timerscope.guard.max-heap-used)");
		assertThat(this.guard.state()).isEqualTo(GuardState.CLOSED);
	}

	@Test
	void aGuardThatReportsRefusesNothing() {
		Guard guard = guard(100, 1_000);
		schedule(101);
		for (int i = 0; i < 5; i++) {
			sample(guard, Duration.ofSeconds(10));
		}
		assertThat(guard.overload()).isNotNull();
		assertThat(guard.state()).isEqualTo(GuardState.CLOSED);
	}

	@Test
	void theHeapOfThisJvmIsAShare() {
		System.gc();
		assertThat(new Heap().getAsDouble()).isBetween(0.0, 1.0);
	}

	private static Guard guard(long maxLive, long maxGrowth) {
		return new Guard(new GuardLimits(3, maxLive, maxGrowth, 0.9, (site) -> maxLive, false));
	}

	private void sample(Guard guard, Duration interval) {
		this.bench.time.pass(interval);
		guard.sample(GuardSample.of(this.bench.ledger, this.heapUsed));
	}

	private void samples(int count) {
		for (int i = 0; i < count; i++) {
			this.bench.time.pass(Duration.ofSeconds(10));
			this.sampling.tick();
		}
	}

	private void schedule(int count) {
		for (int i = 0; i < count; i++) {
			this.tasks.add(this.jobs.inAnHour(GuardTests::work));
		}
	}

	private void cancel(int count) {
		for (int i = 0; i < count; i++) {
			this.tasks.remove(0).cancel(false);
		}
	}

	private void cancelAll() {
		cancel(this.tasks.size());
	}

	private static void work() {
	}

}
