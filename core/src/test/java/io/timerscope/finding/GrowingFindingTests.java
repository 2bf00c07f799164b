package io.timerscope.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

import io.timerscope.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GrowingFindingTests {

	private boolean ignoring;

	private final Surgery surgery = new Surgery(new FindingLimits() {

		@Override
		public long maxLive(Site site) {
			return 10;
		}

		@Override
		public boolean ignores(Site site) {
			return GrowingFindingTests.this.ignoring;
		}

	}, 1);

	private final List<Future<?>> tasks = new ArrayList<>();

	@AfterEach
	void close() {
		this.surgery.close();
	}

	@Test
	void aSiteThatGrowsInEachSamplePastItsLimitIsFound() {
		grow(8, 1, 1);
		assertThat(this.surgery.news).isEmpty();
		grow(1);
		assertThat(this.surgery.of(FindingKind.GROWING)).singleElement().satisfies((finding) -> {
			assertThat(finding.count()).isEqualTo(11);
			assertThat(finding.scheduler()).isEqualTo("pool");
			assertThat(finding.subject()).startsWith("com.acme.finding.Jobs.inAnHour(");
			assertThat(finding.evidence()).isEqualTo("live tasks grew from 8 to 11 within 3 samples, the limit is 10");
		});
	}

	@Test
	void manyTasksThatDoNotGrowAreNoFinding() {
		grow(100, 0, 0, 0, 0);
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void growthUnderTheLimitIsNoFinding() {
		grow(1, 1, 1, 1, 1, 1);
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void growthWithABreakIsNoFinding() {
		grow(10, 1, 1, 0, 1, 1, 0);
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void itIsResolvedOnceTheSiteIsUnderItsLimit() {
		grow(8, 1, 1, 1);
		this.tasks.forEach((task) -> task.cancel(false));
		this.surgery.tick();
		assertThat(this.surgery.news).containsExactly("raised growing", "resolved growing");
	}

	@Test
	void itIsResolvedOnceTheGrowthHasStopped() {
		grow(8, 1, 1, 1, 0, 0);
		assertThat(this.surgery.news).containsExactly("raised growing");
		grow(0);
		assertThat(this.surgery.news).containsExactly("raised growing", "resolved growing");
	}

	@Test
	void aSiteThatIsIgnoredMayGrow() {
		this.ignoring = true;
		grow(8, 1, 1, 1, 1);
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void aSlowStartMayGrow() {
		try (Surgery starting = new Surgery()) {
			Inspection early = new Inspection(starting.bench.ledger, starting.book, new FindingLimits() {

				@Override
				public long maxLive(Site site) {
					return 1;
				}

			}, null, starting.outside);
			for (int i = 0; i < 10; i++) {
				starting.jobs.inAnHour(GrowingFindingTests::work);
				early.tick();
			}
			assertThat(starting.book.current()).isEmpty();
		}
	}

	private void grow(int... byTasks) {
		for (int tasks : byTasks) {
			for (int i = 0; i < tasks; i++) {
				this.tasks.add(this.surgery.jobs.inAnHour(GrowingFindingTests::work));
			}
			this.surgery.tick();
		}
	}

	private static void work() {
	}

}
