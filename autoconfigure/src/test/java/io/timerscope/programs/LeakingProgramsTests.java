package io.timerscope.programs;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.acme.programs.AccusedPrograms;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each leak is found at its line, with its witness, two ticks after the witness is there.
 */
class LeakingProgramsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/** The clock is driven by hand. */
	static final String[] SETTINGS = { "timerscope.interval=1h", "timerscope.requests.grace=0s",
			"timerscope.sessions.grace=0s", "timerscope.beans.grace=0s" };

	@ParameterizedTest
	@EnumSource(names = "TOMCAT")
	void aLeakIsFoundWithinTwoTicksAndResolvedWithItsTasks(Container container) {
		findAndResolve(container);
	}

	@Tag("long")
	@ParameterizedTest
	@EnumSource(names = "TOMCAT", mode = EnumSource.Mode.EXCLUDE)
	void soItIsOnTheOtherServers(Container container) {
		findAndResolve(container);
	}

	private static void findAndResolve(Container container) {
		try (ProgramServer server = new ProgramServer(container, List.of(container.leakingPrograms()), SETTINGS)) {
			List<Leak> leaks = container.leaks();
			find(server, leaks);
			assertThat(server.trackingErrors()).isZero();
			leaks.forEach((leak) -> server.tasks("live", leak.site()).forEach(server::cancel));
			server.tick();
			assertThat(server.findings("leak")).isEmpty();
			assertThat(server.leaked()).isZero();
			assertThat(server.accusations()).hasSize(2 * leaks.size());
		}
	}

	/** Each is a limit that docs/limits.md names, and the price of what is found. */
	@Test
	void someProgramsAreAccusedAlthoughTheyAreMeant() {
		try (ProgramServer server = new ProgramServer(Container.TOMCAT, List.of(AccusedPrograms.class), SETTINGS)) {
			find(server, ServletTable.ACCUSED);
		}
	}

	/** Ticks twice when all witnesses are there. */
	static List<Map<String, Object>> find(ProgramServer server, List<Leak> leaks) {
		leaks.forEach((it) -> it.use(server.visitor()));
		awaitTheEndOfTheOwners(server, leaks);
		Collection.run();
		server.tick();
		server.tick();
		List<Map<String, Object>> findings = server.findings("leak");
		assertFound(findings, leaks);
		return findings;
	}

	private static void awaitTheEndOfTheOwners(ProgramServer server, List<Leak> leaks) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			SoftAssertions softly = new SoftAssertions();
			for (Leak leak : leaks) {
				List<Map<String, Object>> tasks = server.tasks("live", leak.site());
				softly.assertThat(tasks.size()).as("live: " + leak).isGreaterThanOrEqualTo(leak.count());
				if (!leak.kinds().contains("abandoned")) {
					softly.assertThat(tasks.stream().filter((it) -> !it.get("owner").toString().contains("endedAt")))
						.as("whose owners go on: " + leak)
						.isEmpty();
				}
			}
			softly.assertAll();
		});
	}

	private static void assertFound(List<Map<String, Object>> findings, List<Leak> leaks) {
		SoftAssertions softly = new SoftAssertions();
		for (Leak leak : leaks) {
			List<Map<String, Object>> of = findings.stream()
				.filter((it) -> it.get("subject").toString().startsWith(leak.site()))
				.toList();
			softly.assertThat(of).as(leak.toString()).hasSize(1).allSatisfy((finding) -> {
				assertThat(finding.get("kind")).isIn(leak.kinds());
				assertThat(finding).containsEntry("witness", leak.witness()).containsEntry("count", leak.count());
			});
		}
		softly.assertThat(findings.stream().map((it) -> it.get("subject").toString()))
			.allMatch((subject) -> leaks.stream().anyMatch((leak) -> subject.startsWith(leak.site())));
		softly.assertAll();
	}

}
