package io.timerscope.programs;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Programs that do nothing wrong are accused of nothing, whatever they leave. */
class CorrectProgramsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int TICKS = 20;

	/** What docs/choosing.md has the application say. */
	static final String[] SETTINGS = { "timerscope.interval=50ms",
			"timerscope.ignore=com.acme.programs.correct.Declared$Ignored#watch" };

	@ParameterizedTest
	@EnumSource(names = "TOMCAT")
	void aCorrectProgramIsAccusedOfNothing(Container container) {
		useAndAccuse(container);
	}

	@Tag("long")
	@ParameterizedTest
	@EnumSource(names = "TOMCAT", mode = EnumSource.Mode.EXCLUDE)
	void soItIsOnTheOtherServers(Container container) {
		useAndAccuse(container);
	}

	private static void useAndAccuse(Container container) {
		try (ProgramServer server = new ProgramServer(container, List.of(container.correctPrograms()), SETTINGS)) {
			List<Program> programs = container.correct();
			programs.forEach((it) -> it.use(server.visitor()));
			assertGoOn(server, programs);
			Collection.run();
			for (int i = 0; i < TICKS; i++) {
				server.tick();
			}
			assertThat(server.accusations()).isEmpty();
			assertThat(server.leaked()).isZero();
			Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.findings("problem")).isEmpty());
			assertThat(server.status()).isEqualTo("ok");
			assertThat(server.trackingErrors()).isZero();
			assertGoOn(server, programs);
		}
	}

	/** All of them go on, and those that tick tick. */
	static void assertGoOn(ProgramServer server, List<Program> programs) {
		assertThat(server.trackingErrors()).isZero();
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			List<Map<String, Object>> live = server.tasks("live", "");
			SoftAssertions softly = new SoftAssertions();
			for (Program program : programs) {
				List<Map<String, Object>> tasks = program.of(live);
				softly.assertThat(tasks.size())
					.as(() -> "live: " + program + "; " + server.pastOf(program))
					.isEqualTo(program.live());
				if (program.hasKnownOwners()) {
					softly.assertThat(tasks.stream().filter((it) -> it.containsKey("outlived")).count())
						.as("outlived: " + program)
						.isEqualTo(program.outlived());
				}
			}
			softly.assertAll();
		});
		List<Map<String, Object>> before = server.tasks("live", "");
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			List<Map<String, Object>> now = server.tasks("live", "");
			assertThat(programs).filteredOn(Program::ticking)
				.allSatisfy((it) -> assertThat(it.runs(now)).as("runs: " + it).isGreaterThan(it.runs(before)));
		});
	}

}
