package io.timerscope.finding;

import java.time.Duration;

import io.timerscope.LedgerListener;
import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.TaskSnapshot;
import io.timerscope.pool.PoolView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Faults of ours: they are counted, and the user's tasks run. */
class InspectionTests {

	@Test
	void aCheckThatFailsIsCountedAndTheOthersGoOn() {
		FindingLimits broken = new FindingLimits() {

			@Override
			public int maxRetained() {
				throw new IllegalStateException("limits");
			}

			@Override
			public boolean purges() {
				return false;
			}

		};
		try (Surgery surgery = new Surgery(broken, 1)) {
			surgery.jobs.atOnceAndEveryHour(() -> {
				throw new IllegalStateException("boom");
			});
			await().until(() -> surgery.bench.totals().failed() == 1);
			surgery.tick();
			assertThat(surgery.kinds()).containsExactly(FindingKind.DEAD);
			assertThat(surgery.bench.ledger.trackingErrors()).isEqualTo(1);
		}
	}

	@Test
	void aPoolThatCannotBeReadStopsNobody() {
		try (Surgery surgery = new Surgery()) {
			surgery.bench.tracker.pool(new PoolView() {

				@Override
				public @Nullable Integer activeThreads() {
					throw new IllegalStateException("pool");
				}

			});
			surgery.jobs.now(() -> {
			});
			surgery.tick();
			await().until(() -> surgery.bench.totals().completed() == 1);
			assertThat(surgery.bench.ledger.trackingErrors()).isPositive();
		}
	}

	@Test
	void aListenerThatFailsOnEveryNewsStopsNobody() {
		try (Surgery surgery = new Surgery()) {
			surgery.bench.ledger.addListener(new LedgerListener() {

				@Override
				public void leaked(TaskSnapshot task) {
					throw new IllegalStateException("leaked");
				}

				@Override
				public void died(TaskSnapshot task, @Nullable String error) {
					throw new IllegalStateException("died");
				}

			});
			surgery.jobs.atOnceAndEveryHour(() -> {
				throw new IllegalStateException("boom");
			});
			var bean = surgery.bench.during(OwnerKind.BEAN, "feed", () -> surgery.jobs.inAnHour(InspectionTests::work));
			surgery.bench.endAndOutlive(bean);
			await().until(() -> surgery.bench.totals().failed() == 1);
			surgery.tick();
			assertThat(surgery.kinds()).contains(FindingKind.OUTLIVED_BEAN);
			await().until(() -> surgery.bench.ledger.trackingErrors() == 2);
		}
	}

	@Test
	void nothingIsJudgedOnceTheApplicationEnds() {
		try (Surgery surgery = new Surgery(new FindingLimits() {

			@Override
			public Duration stuckAfter(Site site) {
				return Duration.ZERO;
			}

			@Override
			public int maxRetained() {
				return 0;
			}

			@Override
			public boolean purges() {
				return false;
			}

		}, 1)) {
			surgery.inspection.closed();
			surgery.jobs.inAnHour(InspectionTests::work).cancel(false);
			surgery.tick();
			assertThat(surgery.news).isEmpty();
		}
	}

	@Test
	void aGraceThatEndsDuringAPauseIsExtended() {
		try (Surgery surgery = new Surgery()) {
			var bean = surgery.bench.during(OwnerKind.BEAN, "feed", () -> surgery.jobs.inAnHour(InspectionTests::work));
			surgery.bench.ledger.ownerEnded(bean);
			surgery.pause(Duration.ofHours(8));
			surgery.tick();
			surgery.tick();
			assertThat(surgery.news).isEmpty();
			surgery.tick();
			assertThat(surgery.news).containsExactly("raised outlived-bean");
		}
	}

	private static void work() {
	}

}
