package io.timerscope.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.timerscope.ManualTime;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.Totals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A reading costs what has changed since the last one, and misses none of it. */
class ReadingsTests {

	private final Bench bench = new Bench();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void eachReadingShowsWhatChangedSinceTheLastOne() {
		ScheduledFuture<?> first = here();
		assertThat(this.bench.totals().live()).isEqualTo(1);
		ScheduledFuture<?> second = there();
		assertThat(this.bench.totals().live()).isEqualTo(2);
		assertThat(this.bench.totals().live()).isEqualTo(2);
		first.cancel(false);
		assertThat(this.bench.totals().live()).isEqualTo(1);
		second.cancel(false);
		assertThat(this.bench.totals().live()).isZero();
		assertThat(this.bench.totals().cancelled()).isEqualTo(2);
		assertThat(this.bench.ledger.read().siteCounts()).extracting((line) -> line.totals().cancelled())
			.containsExactly(1L, 1L);
	}

	@Test
	void aTickInBetweenTakesNothingAwayAndAddsNothing() {
		here();
		this.bench.ledger.tick();
		there();
		this.bench.ledger.tick();
		assertThat(this.bench.totals().live()).isEqualTo(2);
		assertThat(this.bench.tracker.totals(OwnerKind.APPLICATION).live()).isEqualTo(1);
		assertThat(this.bench.tracker.totals(OwnerKind.REQUEST).live()).isEqualTo(1);
		assertThat(this.bench.tracker.totals(OwnerKind.SESSION)).isEqualTo(Totals.ZERO);
	}

	@Test
	void readingsNeverGoBackWhileThreadsScheduleAndTheLastIsExact() throws InterruptedException {
		AtomicLong scheduled = new AtomicLong();
		AtomicLong cancelled = new AtomicLong();
		AtomicBoolean over = new AtomicBoolean();
		List<Thread> writers = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			Thread writer = new Thread(() -> {
				while (!over.get()) {
					ScheduledFuture<?> task = ThreadLocalRandom.current().nextBoolean() ? here() : there();
					scheduled.incrementAndGet();
					if (ThreadLocalRandom.current().nextInt(10) != 0 && task.cancel(false)) {
						cancelled.incrementAndGet();
					}
				}
			});
			writer.start();
			writers.add(writer);
		}
		Totals before = Totals.ZERO;
		for (int i = 0; i < 2_000; i++) {
			Totals now = this.bench.totals();
			assertThat(now.scheduled()).isGreaterThanOrEqualTo(before.scheduled())
				.isEqualTo(now.live() + now.cancelled());
			assertThat(now.cancelled()).isGreaterThanOrEqualTo(before.cancelled());
			before = now;
		}
		over.set(true);
		for (Thread writer : writers) {
			writer.join();
		}
		assertThat(this.bench.totals().scheduled()).isEqualTo(scheduled.get());
		assertThat(this.bench.totals().cancelled()).isEqualTo(cancelled.get());
	}

	@Test
	void theOldestTaskOfASiteIsFoundHoweverManyHaveEnded() {
		List<ScheduledFuture<?>> tasks = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			this.bench.time.pass(Duration.ofMillis(1));
			tasks.add(here());
			there().cancel(false);
		}
		for (int oldest = 0; oldest < 1_000; oldest += 111) {
			tasks.subList(0, oldest).forEach((task) -> task.cancel(false));
			assertThat(oldestOfTheSite()).isEqualTo(ManualTime.START.plusMillis(oldest + 1));
		}
		tasks.forEach((task) -> task.cancel(false));
		assertThat(this.bench.ledger.read().snapshot(TaskQuery.DEFAULT).sites()).singleElement()
			.satisfies((site) -> assertThat(site.oldest()).isNull());
		this.bench.time.pass(Duration.ofSeconds(1));
		here();
		assertThat(oldestOfTheSite()).isEqualTo(ManualTime.START.plusSeconds(2));
	}

	@Test
	void aTaskThatHasRunIsNoOldestTask() throws InterruptedException {
		CountDownLatch ran = new CountDownLatch(1);
		this.bench.executor.schedule(ran::countDown, 0, TimeUnit.NANOSECONDS);
		ran.await();
		await().until(() -> this.bench.totals().completed() == 1);
		assertThat(this.bench.ledger.read().snapshot(TaskQuery.DEFAULT).sites()).singleElement()
			.satisfies((site) -> assertThat(site.oldest()).isNull());
	}

	private Instant oldestOfTheSite() {
		return this.bench.ledger.read()
			.snapshot(TaskQuery.DEFAULT)
			.sites()
			.get(0)
			.oldest()
			.truncatedTo(ChronoUnit.MILLIS);
	}

	private ScheduledFuture<?> here() {
		return this.bench.executor.schedule(() -> {
		}, 1, TimeUnit.HOURS);
	}

	/** Counted on another line. */
	private ScheduledFuture<?> there() {
		AtomicReference<ScheduledFuture<?>> task = new AtomicReference<>();
		this.bench.during(OwnerKind.REQUEST, "POST /orders", () -> task.set(here()));
		return task.get();
	}

}
