package io.timerscope.programs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the advice names ends leaks, and nothing beside them. */
@Tag("long")
class AdviceTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Pattern IGNORE = Pattern.compile("timerscope\\.ignore=(\\S+)");

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY", "NETTY" })
	void cancellingLeaksLeavesEveryCorrectNeighbourAtWork(Container container) {
		try (ProgramServer server = new ProgramServer(container,
				List.of(container.correctPrograms(), container.leakingPrograms()),
				with(CorrectProgramsTests.SETTINGS, "timerscope.leaks.action=cancel"))) {
			container.correct().forEach((it) -> it.use(server.visitor()));
			container.leaks().forEach((it) -> it.use(server.visitor()));
			Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
				Collection.run();
				SoftAssertions softly = new SoftAssertions();
				for (Leak leak : container.leaks()) {
					softly.assertThat(server.count("live", leak.site())).as("live: " + leak).isEqualTo(leak.held());
				}
				softly.assertAll();
			});
			assertThat(server.leaked()).isZero();
			assertThat(server.findings("leak")).isEmpty();
			CorrectProgramsTests.assertGoOn(server, container.correct());
			if (container != Container.NETTY) {
				assertThat(server.visitor().call("GET", "/receipts").body()).as("receipts that were due")
					.isEqualTo("25");
				assertThat(server.visitor().call("GET", "/payments").body()).as("third attempts").isEqualTo("25");
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void ignoringTheLinesOfTheAdviceSilencesThemAndEndsNothing(Container container) {
		List<Leak> leaks = container.leaks();
		String lines;
		try (ProgramServer server = new ProgramServer(container, List.of(container.leakingPrograms()),
				LeakingProgramsTests.SETTINGS)) {
			lines = LeakingProgramsTests.find(server, leaks)
				.stream()
				.map(AdviceTests::lineToIgnore)
				.collect(Collectors.joining(","));
		}
		try (ProgramServer server = new ProgramServer(container, List.of(container.leakingPrograms()),
				with(LeakingProgramsTests.SETTINGS, "timerscope.ignore=" + lines))) {
			leaks.forEach((it) -> it.use(server.visitor()));
			Awaitility.await()
				.atMost(PATIENCE)
				.untilAsserted(() -> assertThat(leaks)
					.allSatisfy((it) -> assertThat(server.count("live", it.site())).isEqualTo(it.count() + it.held())));
			Collection.run();
			for (int i = 0; i < 3; i++) {
				server.tick();
			}
			assertThat(server.accusations()).isEmpty();
			assertThat(server.leaked()).isZero();
		}
	}

	private static String lineToIgnore(Map<String, Object> finding) {
		Matcher advice = IGNORE.matcher(finding.get("advice").toString());
		assertThat(advice.find()).as(finding.toString()).isTrue();
		return advice.group(1);
	}

	private static String[] with(String[] settings, String more) {
		return Stream.concat(Stream.of(settings), Stream.of(more)).toArray(String[]::new);
	}

}
