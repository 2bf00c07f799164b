package io.timerscope.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The built jars in the same applications on each Spring Boot and JDK. Which ones is said
 * by the build; a run of the whole matrix writes its table.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompatibilityTests {

	private final ClassPaths classPaths = new ClassPaths();

	private final Table table = new Table();

	@ParameterizedTest(name = "{0}, {2}, JDK {1}")
	@MethodSource("matrix")
	void whatIsPromisedHolds(String boot, Path jdk, Application application) throws Exception {
		List<String> failures = new ArrayList<>();
		String name = boot + "-" + feature(jdk) + "-" + application.name();
		List<Path> libraries = new ArrayList<>(this.classPaths.of(boot, application.libraries()));
		List<String> arguments = application.arguments();
		if (application == Application.JUNIT) {
			libraries.add(0, BuildSettings.jar("junit", "junit"));
		}
		if (application == Application.AHEAD_OF_TIME) {
			libraries.addAll(0, AheadOfTime.process(name, jdk, application.main(), libraries));
			arguments = new ArrayList<>(arguments);
			arguments.add("--spring.aot.enabled=true");
		}
		try (RunningApplication running = RunningApplication.start(name, jdk, libraries, application.main(),
				arguments)) {
			Table.Row row = new Table.Row(boot, running.fact("spring framework"), feature(jdk), application);
			if (running.isReady()) {
				check(running, application, failures);
			}
			else {
				failures.add("start: " + running.output());
			}
			this.table.add(row, failures.isEmpty());
		}
		assertThat(failures).isEmpty();
	}

	@AfterAll
	void writeTheTable() throws IOException {
		this.table.write();
	}

	static Stream<Arguments> matrix() throws IOException {
		List<Arguments> matrix = new ArrayList<>();
		for (String boot : BuildSettings.boots()) {
			for (Path jdk : BuildSettings.jdks()) {
				for (Application application : BuildSettings.applications()) {
					if (Libraries.on(boot).contains(application.libraries())
							&& application.runsOn(Integer.parseInt(feature(jdk)))) {
						matrix.add(Arguments.of(boot, jdk, application));
					}
				}
			}
		}
		return matrix.stream();
	}

	private static void check(RunningApplication running, Application application, List<String> failures)
			throws Exception {
		switch (application) {
			case JUNIT ->
				expect(running, failures, "test: leaves() FAILED", "test: cancels() SUCCESSFUL", "left 1 thing behind");
			case NO_WEB -> expect(running, failures, "shop: ledger true", "shop: health true", "shop: meters true",
					"shop: tracked taskScheduler org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler",
					"shop: task NightlyReport.write of bean ");
			default -> {
				Client client = new Client(running);
				for (Behaviour behaviour : application.behaviours()) {
					try {
						behaviour.check(client);
					}
					catch (Exception | AssertionError ex) {
						failures.add(behaviour + ": " + ex);
					}
				}
			}
		}
		if (application != Application.JUNIT) {
			running.stop();
			running.output()
				.lines()
				.filter((line) -> line.contains("ERROR") || line.startsWith("\tat ") || line.contains("Exception:"))
				.limit(5)
				.forEach((line) -> failures.add("log: " + line));
		}
	}

	private static void expect(RunningApplication running, List<String> failures, String... facts) throws IOException {
		for (String fact : facts) {
			if (!running.output().contains(fact)) {
				failures.add("not found: " + fact + " in\n" + running.output());
			}
		}
	}

	/** The feature release of a JDK. */
	private static String feature(Path jdk) throws IOException {
		Properties release = new Properties();
		try (var reader = Files.newBufferedReader(jdk.resolve("release"))) {
			release.load(reader);
		}
		return release.getProperty("JAVA_VERSION").replaceAll("\"", "").replaceAll("\\..*", "");
	}

}
