package io.timerscope.finding;

import java.lang.ref.WeakReference;
import java.util.concurrent.ScheduledFuture;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.TrackingPolicy;
import io.timerscope.Witness;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AbandonedFindingTests {

	private final Surgery surgery = new Surgery();

	@AfterEach
	void close() {
		this.surgery.close();
	}

	@Test
	void aPeriodicTaskWhoseFutureIsGoneIsAbandoned() {
		this.surgery.jobs.everyHour(AbandonedFindingTests::work);
		await().untilAsserted(() -> {
			collect();
			assertThat(this.surgery.of(FindingKind.ABANDONED)).singleElement().satisfies((finding) -> {
				assertThat(finding.count()).isEqualTo(1);
				assertThat(finding.evidence()).isEqualTo("1 periodic task is still scheduled, "
						+ "and nobody can cancel it: its future was garbage collected. It was scheduled 0 ms ago");
				assertThat(finding.witness()).isEqualTo(Witness.UNREACHABLE);
				assertThat(finding.advice()).contains("@ApplicationLifetime", "timerscope.ignore");
			});
		});
		assertThat(this.surgery.bench.totals().leaked()).isEqualTo(1);
	}

	@Test
	void anAbandonedTaskThatEndsIsResolved() {
		this.surgery.jobs.everyHour(AbandonedFindingTests::work);
		await().untilAsserted(() -> {
			collect();
			assertThat(this.surgery.of(FindingKind.ABANDONED)).isNotEmpty();
		});
		this.surgery.bench.ledger.cancel(1);
		assertThat(this.surgery.book.current()).isEmpty();
		assertThat(this.surgery.news).containsExactly("raised abandoned", "resolved abandoned");
		assertThat(this.surgery.bench.totals().recovered()).isEqualTo(1);
	}

	@Test
	void aFutureThatIsHeldIsNotAbandoned() {
		ScheduledFuture<?> held = this.surgery.jobs.everyHour(AbandonedFindingTests::work);
		collectUntilAnotherIsGone();
		assertThat(this.surgery.of(FindingKind.ABANDONED)).isEmpty();
		assertThat(held.isDone()).isFalse();
	}

	@Test
	void aOneShotTaskIsNeverAbandoned() {
		this.surgery.jobs.inAnHour(AbandonedFindingTests::work);
		collectUntilAnotherIsGone();
		assertThat(this.surgery.of(FindingKind.ABANDONED)).isEmpty();
	}

	@Test
	void whatIsScheduledBeforeTheStartIsNotAbandoned() {
		try (Surgery early = new Surgery()) {
			early.jobs.everyHour(AbandonedFindingTests::work);
			early.bench.time.pass(java.time.Duration.ofSeconds(1));
			early.bench.ledger.started();
			early.forget();
			collectUntilAnotherIsGone();
			early.bench.ledger.tick();
			assertThat(early.of(FindingKind.ABANDONED)).isEmpty();
		}
	}

	@Test
	void theOnlyTaskOfALivingSingletonIsNotAbandoned() {
		Owner bean = this.surgery.bench.ledger.openOwner(OwnerKind.BEAN, "reportJob");
		onBehalfOf(bean, () -> this.surgery.jobs.everyHour(AbandonedFindingTests::work));
		collectUntilAnotherIsGone();
		assertThat(this.surgery.of(FindingKind.ABANDONED)).isEmpty();
	}

	@Test
	void severalTasksOfALivingSingletonAtOneLineAreAbandoned() {
		Owner bean = this.surgery.bench.ledger.openOwner(OwnerKind.BEAN, "reportJob");
		for (int i = 0; i < 2; i++) {
			onBehalfOf(bean, () -> this.surgery.jobs.everyHour(AbandonedFindingTests::work));
		}
		await().untilAsserted(() -> {
			collect();
			assertThat(this.surgery.of(FindingKind.ABANDONED)).singleElement().extracting(Finding::count).isEqualTo(2L);
		});
	}

	@Test
	void theTaskOfAPrototypeIsAbandoned() {
		Owner bean = this.surgery.bench.ledger.openOwner(OwnerKind.BEAN, "session");
		bean.oneOfMany();
		onBehalfOf(bean, () -> this.surgery.jobs.everyHour(AbandonedFindingTests::work));
		await().untilAsserted(() -> {
			collect();
			assertThat(this.surgery.of(FindingKind.ABANDONED)).hasSize(1);
		});
	}

	@Test
	void aTaskOfARequestIsJudgedByItsRequest() {
		Owner request = this.surgery.bench.ledger.openOwner(OwnerKind.REQUEST, "POST /orders");
		onBehalfOf(request, () -> this.surgery.jobs.everyHour(AbandonedFindingTests::work));
		collectUntilAnotherIsGone();
		assertThat(this.surgery.of(FindingKind.ABANDONED)).isEmpty();
		this.surgery.bench.endAndOutlive(request);
		await().untilAsserted(() -> {
			collect();
			assertThat(this.surgery.book.current()).extracting(Finding::kind)
				.containsExactly(FindingKind.OUTLIVED_REQUEST);
		});
	}

	@Test
	void whatLivesAsLongAsTheApplicationIsNotAbandoned() {
		this.surgery.jobs.heartbeat(AbandonedFindingTests::work);
		collectUntilAnotherIsGone();
		assertThat(this.surgery.of(FindingKind.ABANDONED)).isEmpty();
	}

	@Test
	void aSiteThatIsIgnoredIsNotAbandoned() {
		TrackingPolicy policy = new TrackingPolicy() {

			@Override
			public boolean ignores(io.timerscope.Site site) {
				return true;
			}

		};
		try (Surgery ignoring = new Surgery(FindingLimits.DEFAULTS, 1, TaskLedger.builder().policy(policy), null)) {
			ignoring.jobs.everyHour(AbandonedFindingTests::work);
			collectUntilAnotherIsGone();
			ignoring.bench.ledger.tick();
			assertThat(ignoring.of(FindingKind.ABANDONED)).isEmpty();
		}
	}

	private void onBehalfOf(Owner owner, Runnable work) {
		io.timerscope.OwnerSource before = this.surgery.bench.ledger.context().swap(owner);
		work.run();
		this.surgery.bench.ledger.context().swap(before);
	}

	/** What became unreachable before this object is gone when this one is. */
	private void collectUntilAnotherIsGone() {
		WeakReference<Object> another = new WeakReference<>(new Object());
		await().untilAsserted(() -> {
			collect();
			assertThat(another.get()).isNull();
		});
		collect();
	}

	private void collect() {
		this.surgery.forget();
		System.gc();
		this.surgery.bench.ledger.tick();
	}

	private static void work() {
	}

}
