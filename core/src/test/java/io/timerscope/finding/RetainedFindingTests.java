package io.timerscope.finding;

import java.util.List;

import io.timerscope.pool.PoolView;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetainedFindingTests {

	@Test
	void manyCancelledTasksThatStayQueuedAreFound() {
		try (Surgery surgery = new Surgery(limits(10, false), 1)) {
			cancel(surgery, 11);
			surgery.jobs.inAnHour(RetainedFindingTests::work);
			surgery.tick();
			assertThat(surgery.of(FindingKind.RETAINED)).singleElement().satisfies((finding) -> {
				assertThat(finding.subject()).isEqualTo("pool");
				assertThat(finding.count()).isEqualTo(11);
				assertThat(finding.evidence())
					.isEqualTo("the queue still holds 11 cancelled tasks among its 12 entries");
				assertThat(finding.advice()).isEqualTo("Call setRemoveOnCancelPolicy(true) on the scheduler");
			});
		}
	}

	@Test
	void whatKeepsThePolicyFromWorkingIsTheAdvice() {
		try (Surgery surgery = new Surgery(limits(10, false), 1)) {
			surgery.bench.tracker.pool(new PoolView() {

				@Override
				public String removeOnCancelAdvice() {
					return "Remove what hides them";
				}

			});
			cancel(surgery, 11);
			surgery.tick();
			assertThat(surgery.of(FindingKind.RETAINED)).singleElement()
				.extracting(Finding::advice)
				.isEqualTo("Remove what hides them");
		}
	}

	@Test
	void theFindingIsResolvedOnceTheyAreGone() {
		try (Surgery surgery = new Surgery(limits(10, false), 1)) {
			cancel(surgery, 11);
			surgery.tick();
			surgery.bench.pool.purge();
			surgery.tick();
			assertThat(surgery.news).containsExactly("raised retained", "resolved retained");
		}
	}

	@Test
	void purgingRemovesThemBeforeAnybodyIsAlarmed() {
		try (Surgery surgery = new Surgery(limits(10, true), 1)) {
			cancel(surgery, 11);
			surgery.tick();
			assertThat(surgery.news).isEmpty();
			assertThat(surgery.bench.pool.getQueue()).isEmpty();
			assertThat(surgery.bench.totals().retained()).isZero();
		}
	}

	/**
	 * {@code timerscope.findings.disabled=retained} silences, and leaves the queue to us.
	 */
	@Test
	void theyAreRemovedAlsoWhereNobodyWantsToHearOfThem() {
		try (Surgery surgery = new Surgery(limits(10, true), 1)) {
			FindingBook silent = new FindingBook(surgery.bench.ledger, List.of(FindingKind.RETAINED));
			cancel(surgery, 11);
			surgery.bench.ledger.tick();
			new Inspection(surgery.bench.ledger, silent, limits(10, true), null, surgery.outside).tick();
			assertThat(surgery.bench.pool.getQueue()).isEmpty();
		}
	}

	@Test
	void aFewOfThemAreLeftAlone() {
		try (Surgery surgery = new Surgery(limits(10, true), 1)) {
			cancel(surgery, 10);
			surgery.tick();
			assertThat(surgery.news).isEmpty();
			assertThat(surgery.bench.totals().retained()).isEqualTo(10);
		}
	}

	private static void cancel(Surgery surgery, int tasks) {
		for (int i = 0; i < tasks; i++) {
			surgery.jobs.inAnHour(RetainedFindingTests::work).cancel(false);
		}
	}

	private static FindingLimits limits(int maxRetained, boolean purges) {
		return new FindingLimits() {

			@Override
			public int maxRetained() {
				return maxRetained;
			}

			@Override
			public boolean purges() {
				return purges;
			}

		};
	}

	private static void work() {
	}

}
