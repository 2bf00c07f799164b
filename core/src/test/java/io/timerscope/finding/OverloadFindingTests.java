package io.timerscope.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

import io.timerscope.guard.Guard;
import io.timerscope.guard.GuardLimits;
import io.timerscope.guard.GuardSample;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OverloadFindingTests {

	private final Guard guard = new Guard(new GuardLimits(3, 10, 1_000, 0.9, (site) -> 10, true));

	private final Surgery surgery = new Surgery(FindingLimits.DEFAULTS, 1, TaskLedger.builder().admission(this.guard),
			this.guard);

	private final List<Future<?>> tasks = new ArrayList<>();

	@AfterEach
	void close() {
		this.surgery.close();
	}

	@Test
	void breachesInARowAreAFindingThatNamesTheLimitAndWhoIsRefused() {
		schedule(11);
		tick(0.5, 3);
		assertThat(this.surgery.of(FindingKind.OVERLOAD)).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.PROBLEM);
			assertThat(finding.subject()).isEqualTo("guard");
			assertThat(finding.count()).isEqualTo(11);
			assertThat(finding.evidence())
				.startsWith("11 tasks are live, the limit is 10 (timerscope.guard.max-live), "
						+ "3 samples in a row; new tasks of com.acme.finding.Jobs.inAnHour(")
				.endsWith(" are refused");
		});
	}

	@Test
	void itIsResolvedOnceTheSamplesAreCalm() {
		schedule(11);
		tick(0.5, 3);
		this.tasks.forEach((task) -> task.cancel(false));
		tick(0.5, 2);
		assertThat(this.surgery.news).containsExactly("raised overload");
		tick(0.5, 1);
		assertThat(this.surgery.news).containsExactly("raised overload", "resolved overload");
	}

	@Test
	void aBurstThatIsOverInTimeIsNone() {
		schedule(11);
		tick(0.5, 2);
		this.tasks.forEach((task) -> task.cancel(false));
		tick(0.5, 5);
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void aHeapThatIsFullForAMomentIsNone() {
		for (int i = 0; i < 5; i++) {
			tick(0.99, 2);
			tick(0.5, 1);
		}
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void aWallClockThatIsSetBackMakesNoGrowth() {
		this.guard.started();
		Guard patient = new Guard(new GuardLimits(1, 100_000, 60, 0.9, (site) -> 100_000, false));
		patient.started();
		for (int i = 0; i < 10; i++) {
			sample(patient, 9);
		}
		this.surgery.bench.time.jump(java.time.Duration.ofHours(-1));
		this.surgery.bench.ledger.tick();
		for (int i = 0; i < 50; i++) {
			sample(patient, 9);
		}
		assertThat(patient.overload()).isNull();
	}

	private void sample(Guard guard, int tasks) {
		schedule(tasks);
		this.surgery.bench.time.pass(java.time.Duration.ofSeconds(10));
		guard.sample(GuardSample.of(this.surgery.bench.ledger, 0.1));
	}

	private void tick(double heapUsed, int times) {
		for (int i = 0; i < times; i++) {
			this.guard.sample(GuardSample.of(this.surgery.bench.ledger, heapUsed));
			this.surgery.tick();
		}
	}

	private void schedule(int count) {
		for (int i = 0; i < count; i++) {
			this.tasks.add(this.surgery.jobs.inAnHour(OverloadFindingTests::work));
		}
	}

	private static void work() {
	}

}
