package io.timerscope.programs;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of request and session, leaking beside careful, on every server: each leak
 * has its line and its owner, and nothing else is accused. On WebFlux nothing stays after
 * the close.
 */
class MatrixTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int USES = 3;

	@ParameterizedTest
	@EnumSource
	void everyLeakHasItsLineAndOwnerAndNothingElseIsAccused(MatrixServer server) {
		List<WeakReference<Object>> references = useAndClose(server);
		if (!server.isServlet()) {
			assertLetGo(references);
		}
	}

	/**
	 * Asked on WebFlux only. A context of Spring MVC stays reachable for seconds with
	 * Timerscope switched off as well, so that nothing can be told from it.
	 */
	private static void assertLetGo(List<WeakReference<Object>> references) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			System.gc();
			assertThat(references).allSatisfy((it) -> assertThat(it.get()).isNull());
		});
	}

	private static List<WeakReference<Object>> useAndClose(MatrixServer server) {
		try (ProgramServer running = server.start(LeakingProgramsTests.SETTINGS)) {
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

	private static void awaitTheEndOfTheOwners(ProgramServer running, List<MatrixServer.Row> rows) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			running.tick();
			List<Map<String, Object>> live = running.tasks("live", "com.acme.matrix");
			assertThat(live).hasSize(USES * rows.size())
				.allSatisfy((task) -> assertThat(task.get("owner").toString()).contains("endedAt"));
		});
	}

	private static void assertFound(ProgramServer running, List<MatrixServer.Row> rows) {
		SoftAssertions softly = new SoftAssertions();
		List<Map<String, Object>> findings = running.findings("leak");
		for (MatrixServer.Row row : rows) {
			softly.assertThat(findings)
				.as(row.line())
				.filteredOn((it) -> it.get("subject").toString().startsWith(row.line() + "("))
				.singleElement()
				.satisfies((it) -> assertThat(it).containsEntry("count", USES)
					.containsEntry("kind", "outlived-" + row.ownerKind()));
			softly.assertThat(running.tasks("leaked", row.line() + "("))
				.as(row.line())
				.hasSize(USES)
				.allSatisfy((task) -> assertThat(task.get("owner")).asInstanceOf(InstanceOfAssertFactories.MAP)
					.containsEntry("kind", row.ownerKind())
					.containsEntry("name", row.ownerName()));
		}
		softly.assertThat(findings).hasSameSizeAs(rows);
		softly.assertThat(running.findings("problem")).isEmpty();
		softly.assertThat(running.trackingErrors()).isZero();
		softly.assertAll();
	}

}
