package io.timerscope.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import com.acme.finding.Jobs;
import io.timerscope.OwnerKind;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Findings are always whole, and grow with lines and schedulers, never with tasks. */
class ManyLeaksTests {

	private static final int SCHEDULERS = 20;

	@Test
	void tenThousandLeakedTasksOfOneLineAreOneFinding() {
		try (Surgery surgery = new Surgery()) {
			leak(surgery, List.of(surgery.jobs), 10_000);
			assertThat(surgery.of(FindingKind.OUTLIVED_BEAN)).singleElement().satisfies((finding) -> {
				assertThat(finding.count()).isEqualTo(10_000);
				assertThat(finding.evidence()).startsWith("10000 periodic tasks of ").hasSizeLessThan(300);
			});
			assertThat(surgery.bench.totals().leaked()).isEqualTo(10_000);
		}
	}

	@Test
	void eachLineOnEachSchedulerKeepsAFindingThatTellsNoMoreOfAllTasksThanOfAFew() {
		List<Finding> few = leaksOnManySchedulers(100);
		List<Finding> many = leaksOnManySchedulers(400);
		assertThat(few).hasSize(SCHEDULERS).extracting(Finding::count).containsOnly(100L);
		assertThat(many).hasSize(SCHEDULERS).extracting(Finding::count).containsOnly(400L);
		assertThat(many).extracting(Finding::scheduler).doesNotHaveDuplicates();
		assertThat(many.toString().length()).isLessThan(few.toString().length() * 3 / 2);
	}

	private static List<Finding> leaksOnManySchedulers(int each) {
		List<ScheduledThreadPoolExecutor> pools = new ArrayList<>();
		try (Surgery surgery = new Surgery()) {
			List<Jobs> jobs = new ArrayList<>();
			for (int i = 0; i < SCHEDULERS; i++) {
				ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
				pools.add(pool);
				jobs.add(new Jobs(new TrackedScheduledExecutorService(pool, surgery.bench.ledger.schedulers()
					.track("pool-" + i, "com.acme.Pool", SchedulerTraits.EXECUTOR, PoolView.of(pool)))));
			}
			leak(surgery, jobs, each);
			return surgery.of(FindingKind.OUTLIVED_BEAN);
		}
		finally {
			pools.forEach(ScheduledThreadPoolExecutor::shutdownNow);
		}
	}

	private static void leak(Surgery surgery, List<Jobs> jobs, int each) {
		for (int i = 0; i < each; i++) {
			surgery.bench.ledger.ownerEnded(surgery.bench.during(OwnerKind.BEAN, "bean " + i,
					() -> jobs.forEach((it) -> it.everyHour(ManyLeaksTests::work))));
		}
		surgery.tick();
		surgery.tick();
		surgery.tick();
		surgery.tick();
	}

	private static void work() {
	}

}
