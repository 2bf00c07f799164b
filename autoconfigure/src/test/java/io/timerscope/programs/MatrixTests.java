package io.timerscope.programs;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.logging.LoggingSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of request and session, leaking beside careful, on every server: each leak
 * has its line and its owner, and nothing else is accused. Nothing stays after the close.
 */
class MatrixTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String STEADY = "com.acme.matrix.Steady.";

	private static final int USES = 3;

	/** So few uses tell that they pile up. */
	private static final String[] SETTINGS = Stream
		.concat(Stream.of(LeakingProgramsTests.SETTINGS), Stream.of("timerscope.leaks.min-owners=" + USES))
		.toArray(String[]::new);

	@ParameterizedTest
	@EnumSource(names = "TOMCAT")
	void everyLeakHasItsLineAndOwnerAndNothingElseIsAccused(MatrixServer server) {
		useCloseAndForget(server);
	}

	@Tag("long")
	@ParameterizedTest
	@EnumSource(names = "TOMCAT", mode = EnumSource.Mode.EXCLUDE)
	void soItIsOnTheOtherServers(MatrixServer server) {
		useCloseAndForget(server);
	}

	private static void useCloseAndForget(MatrixServer server) {
		List<WeakReference<Object>> references = useAndClose(server);
		if (server == MatrixServer.JETTY) {
			// threads of Reactor that a request made keep the class loader of Jetty's
			// application
			Schedulers.shutdownNow();
		}
		assertLetGo(references);
	}

	/** Soft references do not count: the JVM of these tests clears them at once. */
	private static void assertLetGo(List<WeakReference<Object>> references) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			System.gc();
			assertThat(references).allSatisfy((it) -> assertThat(it.get()).isNull());
		});
	}

	private static List<WeakReference<Object>> useAndClose(MatrixServer server) {
		try (ProgramServer running = start(server)) {
			for (int i = 0; i < USES; i++) {
				for (MatrixServer.Row row : server.rows()) {
					running.visitor().take(row.leaking(), i);
					running.visitor().take(row.careful(), i);
				}
			}
			awaitTheEndOfTheOwners(running, server.rows());
			Collection.run();
			running.tick();
			running.tick();
			assertFound(running, server.rows());
			return running.references();
		}
	}

	/** Logback would keep the environment, and with it the context, for the next one. */
	private static ProgramServer start(MatrixServer server) {
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		try {
			return server.start(SETTINGS);
		}
		finally {
			System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
		}
	}

	private static void awaitTheEndOfTheOwners(ProgramServer running, List<MatrixServer.Row> rows) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			running.tick();
			List<Map<String, Object>> live = running.tasks("live", "com.acme.matrix")
				.stream()
				.filter((task) -> !task.get("site").toString().startsWith(STEADY))
				.toList();
			assertThat(live).hasSize(USES * rows.size())
				.allSatisfy((task) -> assertThat(task.get("owner").toString()).contains("endedAt"));
		});
	}

	private static void assertFound(ProgramServer running, List<MatrixServer.Row> rows) {
		SoftAssertions softly = new SoftAssertions();
		List<Map<String, Object>> leaks = running.findings("leak");
		List<Map<String, Object>> notices = running.findings("notice");
		for (MatrixServer.Row row : rows) {
			List<Map<String, Object>> findings = row.periodic() ? leaks : notices;
			softly.assertThat(findings)
				.as(row.line())
				.filteredOn((it) -> it.get("subject").toString().startsWith(row.line() + "("))
				.singleElement()
				.satisfies((it) -> assertThat(it).containsEntry("count", USES)
					.containsEntry("kind", row.periodic() ? "outlived-" + row.ownerKind() : "outliving"));
			softly.assertThat(running.tasks(row.periodic() ? "leaked" : "live", row.line() + "("))
				.as(row.line())
				.hasSize(USES)
				.allSatisfy((task) -> assertThat(task.get("owner")).asInstanceOf(InstanceOfAssertFactories.MAP)
					.containsEntry("kind", row.ownerKind())
					.containsEntry("name", row.ownerName()));
		}
		softly.assertThat(leaks).hasSize((int) rows.stream().filter(MatrixServer.Row::periodic).count());
		softly.assertThat(notices)
			.filteredOn((it) -> it.get("kind").equals("outliving"))
			.hasSize((int) rows.stream().filter((row) -> !row.periodic()).count());
		softly.assertThat(running.tasks("live", STEADY))
			.hasSize(2)
			.allSatisfy((task) -> assertThat(task.get("owner")).asInstanceOf(InstanceOfAssertFactories.MAP)
				.containsEntry("kind", "bean")
				.containsEntry("name", "steady"));
		softly.assertThat(running.findings("problem")).isEmpty();
		softly.assertThat(running.trackingErrors()).isZero();
		softly.assertAll();
	}

}
