package io.timerscope.finding;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;

import io.timerscope.Schedule;
import io.timerscope.ledger.TriggerWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DeadFindingTests {

	private final Surgery surgery = new Surgery();

	@AfterEach
	void close() {
		this.surgery.close();
	}

	@Test
	void aPeriodicTaskThatAnExceptionEndedIsDead() {
		dies();
		assertThat(this.surgery.of(FindingKind.DEAD)).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.PROBLEM);
			assertThat(finding.subject()).startsWith("com.acme.finding.Jobs.atOnceAndEveryHour(");
			assertThat(finding.evidence())
				.isEqualTo("a periodic task was ended by an exception (java.lang.IllegalStateException: boom) at "
						+ "2026-01-02T03:04:05Z after 1 run; nobody cancelled it and it will not run again");
		});
	}

	@Test
	void aTriggerThatThrowsEndsItsTaskToo() {
		@org.jspecify.annotations.Nullable
		TriggerWatch[] watch = new TriggerWatch[1];
		this.surgery.bench.tracker.<Future<?>>trackTriggered(() -> {
		}, Schedule.onTrigger("0 0 * * * *"), (run, it) -> {
			watch[0] = it;
			return this.surgery.bench.pool.schedule(run, 1, java.util.concurrent.TimeUnit.HOURS);
		});
		java.util.Objects.requireNonNull(watch[0]).failed(new ArithmeticException("no next time"));
		this.surgery.tick();
		assertThat(this.surgery.of(FindingKind.DEAD)).singleElement()
			.extracting(Finding::evidence)
			.asString()
			.startsWith("a periodic task was ended by its trigger (java.lang.ArithmeticException: no next time)");
	}

	@Test
	void itIsResolvedOnceTheSameLineSchedulesAgain() {
		dies();
		this.surgery.jobs.atOnceAndEveryHour(() -> {
		});
		this.surgery.tick();
		assertThat(this.surgery.news).containsExactly("raised dead", "resolved dead");
	}

	/** As {@code catch (Exception ex) { start(); throw ex; }} does. */
	@Test
	void aTaskThatHasScheduledItsSuccessorBeforeItThrowsIsNotDead() {
		this.surgery.jobs.atOnceAndEveryHour(() -> {
			this.surgery.bench.time.pass(Duration.ofSeconds(1));
			this.surgery.jobs.atOnceAndEveryHour(() -> {
			});
			this.surgery.bench.time.pass(Duration.ofSeconds(1));
			throw new IllegalStateException("boom");
		});
		await().until(() -> this.surgery.bench.totals().failed() == 1);
		this.surgery.tick();
		assertThat(this.surgery.of(FindingKind.DEAD)).isEmpty();
	}

	@Test
	void aTaskIsDeadWhateverAnotherThreadSchedulesAtItsLineMeanwhile() {
		CountDownLatch sibling = new CountDownLatch(1);
		this.surgery.jobs.atOnceAndEveryHour(() -> {
			try {
				sibling.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			throw new IllegalStateException("boom");
		});
		await().until(() -> this.surgery.bench.totals().running() == 1);
		this.surgery.bench.time.pass(Duration.ofSeconds(1));
		this.surgery.jobs.atOnceAndEveryHour(() -> {
		});
		this.surgery.bench.time.pass(Duration.ofSeconds(1));
		sibling.countDown();
		await().until(() -> this.surgery.bench.totals().failed() == 1);
		this.surgery.tick();
		assertThat(this.surgery.of(FindingKind.DEAD)).hasSize(1);
	}

	@Test
	void itStaysUntilSomebodyAcknowledgesIt() {
		dies();
		this.surgery.bench.time.pass(Duration.ofDays(30));
		this.surgery.tick();
		assertThat(this.surgery.news).containsExactly("raised dead");
		String id = this.surgery.of(FindingKind.DEAD).get(0).id();
		assertThat(this.surgery.inspection.acknowledge("f999")).isNull();
		assertThat(this.surgery.inspection.acknowledge(id)).extracting(Finding::id).isEqualTo(id);
		this.surgery.tick();
		assertThat(this.surgery.news).containsExactly("raised dead", "resolved dead");
		assertThat(this.surgery.inspection.acknowledge(id)).isNull();
	}

	@Test
	void aTaskThatWasCancelledIsNotDead() {
		ScheduledFuture<?> future = this.surgery.jobs.everyHour(() -> {
		});
		future.cancel(true);
		this.surgery.tick();
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void aOneShotThatFailsIsNotDead() {
		this.surgery.jobs.now(() -> {
			throw new IllegalStateException("boom");
		});
		await().until(() -> this.surgery.bench.totals().failed() == 1);
		this.surgery.tick();
		assertThat(this.surgery.news).isEmpty();
	}

	private void dies() {
		this.surgery.jobs.atOnceAndEveryHour(() -> {
			throw new IllegalStateException("boom");
		});
		await().until(() -> this.surgery.bench.totals().failed() == 1);
		this.surgery.tick();
	}

}
