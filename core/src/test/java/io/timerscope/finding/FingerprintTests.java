package io.timerscope.finding;

import com.acme.finding.Jobs;
import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.ledger.Bench;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTests {

	@Test
	void isTwelveHexDigitsOfTheWordsThatDoNotMove() {
		assertThat(Fingerprint.of(FindingKind.RETAINED, "taskScheduler", "taskScheduler")).matches("[0-9a-f]{12}")
			.isEqualTo(Fingerprint.of(FindingKind.RETAINED, "taskScheduler", "taskScheduler"))
			.isNotEqualTo(Fingerprint.of(FindingKind.LATE, "taskScheduler", "taskScheduler"))
			.isNotEqualTo(Fingerprint.of(FindingKind.RETAINED, "taskScheduler", "other"));
	}

	@Test
	void twoLinesOfOneMethodHaveTheSame() {
		try (Bench bench = new Bench()) {
			new Jobs(bench.executor).atTwoLines(FingerprintTests::task);
			Site[] sites = bench.tasks(TaskQuery.States.LIVE)
				.tasks()
				.stream()
				.map((task) -> task.site())
				.toArray(Site[]::new);
			assertThat(sites[0].toString()).isNotEqualTo(sites[1].toString());
			assertThat(Fingerprint.of(sites[0])).isEqualTo(Fingerprint.of(sites[1]));
		}
	}

	@Test
	void linesOfTwoMethodsAreTwo() {
		try (Bench bench = new Bench()) {
			Jobs jobs = new Jobs(bench.executor);
			jobs.inAnHour(FingerprintTests::task);
			jobs.soon(FingerprintTests::task);
			Site[] sites = bench.tasks(TaskQuery.States.LIVE)
				.tasks()
				.stream()
				.map((task) -> task.site())
				.toArray(Site[]::new);
			assertThat(Fingerprint.of(sites[0])).isNotEqualTo(Fingerprint.of(sites[1]))
				.isNotEqualTo(Fingerprint.of(FindingKind.GROWING, sites[0], "pool"));
		}
	}

	private static void task() {
	}

}
