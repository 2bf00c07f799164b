package io.timerscope.finding;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.timerscope.Site;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs that take too long, and those that start too late because of them. */
class WorkFindingTests {

	private final CountDownLatch started = new CountDownLatch(1);

	private final CountDownLatch over = new CountDownLatch(1);

	private final Surgery surgery = new Surgery();

	@AfterEach
	void close() {
		this.over.countDown();
		this.surgery.close();
	}

	@Test
	void aRunBeyondItsLimitIsStuckAndShowsItsStack() throws Exception {
		hold();
		this.surgery.bench.time.pass(Duration.ofMinutes(9));
		this.surgery.tick();
		assertThat(this.surgery.kinds()).isEmpty();
		this.surgery.bench.time.pass(Duration.ofMinutes(1));
		this.surgery.tickNow();
		assertThat(this.surgery.of(FindingKind.STUCK)).singleElement().satisfies((finding) -> {
			assertThat(finding.subject()).startsWith("com.acme.finding.Jobs.now(");
			assertThat(finding.evidence())
				.matches("a run has taken 10 min 10 s so far on thread pool-\\d+-thread-1, the limit is 10 min");
			assertThat(finding.stack()).anyMatch((frame) -> frame.getMethodName().equals("await"));
		});
	}

	@Test
	void aStuckRunThatEndsIsResolved() throws Exception {
		hold();
		this.surgery.bench.time.pass(Duration.ofMinutes(11));
		this.surgery.tickNow();
		release();
		this.surgery.tick();
		assertThat(this.surgery.news).containsExactly("raised stuck", "resolved stuck");
	}

	@Test
	void eachSiteHasItsOwnLimit() throws Exception {
		FindingLimits patient = new FindingLimits() {

			@Override
			public Duration stuckAfter(Site site) {
				return site.methodName().equals("now") ? Duration.ofHours(1) : Duration.ofMinutes(1);
			}

		};
		try (Surgery surgery = new Surgery(patient, 1)) {
			surgery.jobs.now(this::await);
			this.started.await();
			surgery.bench.time.pass(Duration.ofMinutes(59));
			surgery.tickNow();
			assertThat(surgery.kinds()).isEmpty();
			surgery.bench.time.pass(Duration.ofMinutes(2));
			surgery.tickNow();
			assertThat(surgery.kinds()).containsExactly(FindingKind.STUCK);
			this.over.countDown();
		}
	}

	@Test
	void aPauseCountsForNoRun() throws Exception {
		hold();
		this.surgery.pause(Duration.ofHours(2));
		this.surgery.tick();
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void tasksThatWaitForAThreadAreLateAndTheHolderIsNamed() throws Exception {
		hold();
		this.surgery.jobs.inAnHour(() -> {
		});
		this.surgery.jobs.now(() -> {
		});
		this.surgery.tick();
		this.surgery.tick();
		assertThat(this.surgery.news).isEmpty();
		this.surgery.tick();
		assertThat(this.surgery.of(FindingKind.LATE)).singleElement().satisfies((finding) -> {
			assertThat(finding.subject()).isEqualTo("pool");
			assertThat(finding.count()).isEqualTo(1);
			assertThat(finding.evidence()).matches(
					"runs start up to 30 s late in 3 samples in a row, the limit is 1 s; 1 due task waits for a thread; "
							+ "Jobs\\.now \\(com\\.acme\\.finding\\.Jobs\\.now\\(Jobs\\.java:\\d+\\)\\) has held the thread "
							+ "pool-\\d+-thread-1 for 30 s");
			assertThat(finding.advice()).contains("spring.task.scheduling.pool.size", "Jobs.now");
		});
	}

	@Test
	void lateStartsAreResolvedOnceRunsAreOnTime() throws Exception {
		hold();
		this.surgery.jobs.now(() -> {
		});
		for (int i = 0; i < 3; i++) {
			this.surgery.tick();
		}
		release();
		this.surgery.tick();
		this.surgery.tick();
		assertThat(this.surgery.news).containsExactly("raised late", "resolved late");
	}

	@Test
	void oneLateSampleIsNoFinding() throws Exception {
		hold();
		this.surgery.jobs.now(() -> {
		});
		this.surgery.tick();
		release();
		for (int i = 0; i < 5; i++) {
			this.surgery.tick();
		}
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void whatWasDueDuringAPauseIsNotLate() throws Exception {
		hold();
		this.surgery.jobs.now(() -> {
		});
		for (int i = 0; i < 5; i++) {
			this.surgery.pause(Duration.ofHours(1));
		}
		release();
		for (int i = 0; i < 5; i++) {
			this.surgery.tickNow();
		}
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void aSchedulerThatIsPausedIsNotLate() {
		this.surgery.jobs.inAnHour(() -> {
		});
		// a thread that is about to start counts as active
		Awaitility.await().until(() -> this.surgery.bench.pool.getActiveCount() == 0);
		this.surgery.bench.time.pass(Duration.ofHours(2));
		for (int i = 0; i < 5; i++) {
			this.surgery.tick();
		}
		assertThat(this.surgery.news).isEmpty();
	}

	private void hold() throws InterruptedException {
		this.surgery.jobs.now(this::await);
		assertThat(this.started.await(10, TimeUnit.SECONDS)).isTrue();
	}

	private void await() {
		this.started.countDown();
		try {
			this.over.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void release() {
		this.over.countDown();
		org.awaitility.Awaitility.await()
			.until(() -> this.surgery.bench.totals().running() == 0 && this.surgery.bench.pool.getActiveCount() == 0);
	}

}
