package io.timerscope.programs;

import java.time.Duration;
import java.util.List;

import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Programs that do nothing wrong are accused of nothing, whatever they leave. */
class CorrectProgramsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int TICKS = 20;

	@ParameterizedTest
	@EnumSource
	void aCorrectProgramIsAccusedOfNothing(Container container) {
		try (ProgramServer server = new ProgramServer(container, List.of(container.correctPrograms()),
				"timerscope.interval=50ms", "timerscope.ignore=com.acme.programs.**.Declared$Ignored#watch")) {
			List<Program> programs = container.correct();
			programs.forEach((it) -> it.use(server.visitor()));
			assertGoOn(server, programs);
			for (int i = 0; i < TICKS; i++) {
				System.gc();
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
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			SoftAssertions softly = new SoftAssertions();
			for (Program program : programs) {
				softly.assertThat(server.count("live", program.site())).as("live: " + program).isEqualTo(program.live());
				softly.assertThat(server.count("outlived", program.site()))
					.as("outlived: " + program)
					.isEqualTo(program.outlived());
			}
			softly.assertAll();
		});
		programs.stream().filter(Program::ticking).forEach((program) -> {
			int before = server.runs(program.site());
			Awaitility.await(program + " ticks").atMost(PATIENCE).until(() -> server.runs(program.site()) > before);
		});
	}

}
