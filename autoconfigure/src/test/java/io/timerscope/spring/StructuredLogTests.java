package io.timerscope.spring;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A finding in Boot's structured logs, as a store of logs gets it.
 */
class StructuredLogTests {

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "logstash", "gelf" })
	void logbackWritesTheFieldsOfAFinding(String format) throws Exception {
		fieldsAreThere(format, path().filter((entry) -> !entry.contains("log4j-slf4j2")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "gelf" })
	void log4jWritesTheFieldsOfAFinding(String format) throws Exception {
		try (Stream<Path> log4j = Files.list(Path.of("target", "log4j"))) {
			List<String> jars = log4j.map(Path::toString).toList();
			assertThat(jars).hasSize(3);
			fieldsAreThere(format, Stream
				.concat(path().filter((entry) -> !entry.matches(".*(logback|log4j-)[^/\\\\]*")), jars.stream()));
		}
	}

	private static void fieldsAreThere(String format, Stream<String> path) throws Exception {
		List<JsonNode> lines = run(format, path);
		assertThat(lines).hasSize(2);
		assertThat(field(lines.get(0), "event")).isEqualTo("raised");
		assertThat(field(lines.get(1), "event")).isEqualTo("resolved");
		assertThat(lines).allSatisfy((line) -> {
			assertThat(field(line, "kind")).isEqualTo("dead");
			assertThat(field(line, "severity")).isEqualTo("problem");
			assertThat(field(line, "site")).isEqualTo("com.acme.Report.nightly(Report.java:20)");
			assertThat(field(line, "fingerprint")).matches("\\p{XDigit}{12}");
			assertThat(field(line, "scheduler")).isEqualTo("reports");
			assertThat(field(line, "count")).isEqualTo("3");
			assertThat(field(line, "since")).isEqualTo("2026-11-26T09:00:00Z");
		});
	}

	/** Elastic's fields are nested, Logstash's flat, and Graylog's begin with a line. */
	private static String field(JsonNode line, String name) {
		return Stream
			.of(line.path("timerscope").path(name), line.path("timerscope." + name), line.path("_timerscope." + name),
					line.path("_timerscope_" + name))
			.filter((node) -> !node.isMissingNode())
			.map(JsonNode::asString)
			.findFirst()
			.orElse("no " + name + " in " + line);
	}

	private static Stream<String> path() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
	}

	private static List<JsonNode> run(String format, Stream<String> path) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", path.collect(Collectors.joining(File.pathSeparator)),
				"-Dspring.devtools.restart.enabled=false", FindingProgram.class.getName(),
				"--logging.structured.format.console=" + format, "--spring.main.banner-mode=off")
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output.lines()
			.filter((line) -> line.contains("Timerscope: "))
			.map((line) -> JsonMapper.shared().readTree(line))
			.toList();
	}

}
