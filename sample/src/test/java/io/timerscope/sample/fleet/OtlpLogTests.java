package io.timerscope.sample.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.logging.LoggingSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The shop's findings, sent as log records over OTLP.
 */
class OtlpLogTests {

	private static final String KIND = "outlived-request";

	@BeforeEach
	void letTheShopConfigureItsLog() {
		// While a context of another test is kept, Boot leaves the log as that one
		// configured it
		LoggingSystem.get(getClass().getClassLoader()).cleanUp();
	}

	@Test
	void aFindingAndItsEndArriveAtACollectorWithTheirFields() throws Exception {
		try (OtlpReceiver collector = new OtlpReceiver();
				RunningShop shop = new RunningShop(OtlpAppender.class, "--logging.config=classpath:logback-otlp.xml",
						"--management.opentelemetry.logging.export.otlp.endpoint=" + collector.url("logs"))) {
			shop.leak();
			LogRecord raised = record(collector, 0);
			JsonNode finding = shop.timers("")
				.get("findings")
				.valueStream()
				.filter((each) -> each.get("kind").asString().equals(KIND))
				.findFirst()
				.orElseThrow();
			assertThat(raised.getSeverityText()).isEqualTo("WARN");
			fieldsAre("raised", finding, raised);
			shop.cancelLeaks();
			LogRecord resolved = record(collector, 1);
			assertThat(resolved.getSeverityText()).isEqualTo("INFO");
			fieldsAre("resolved", finding, resolved);
		}
	}

	@Test
	void theDocumentationShowsThisAppender() throws IOException {
		String bean = Files
			.readString(Path.of("src", "test", "java", "io", "timerscope", "sample", "fleet", "OtlpAppender.java"));
		assertThat(Files.readString(Path.of("..", "docs", "fleet.md")))
			.contains("```xml\n" + Files.readString(Path.of("src", "test", "resources", "logback-otlp.xml")) + "```")
			.contains("```java\n"
					+ bean.substring(bean.indexOf("\t@Bean"), bean.lastIndexOf("\n}")).stripTrailing().stripIndent()
					+ "\n```");
	}

	private static void fieldsAre(String event, JsonNode finding, LogRecord record) {
		Map<String, AnyValue> fields = record.getAttributesList()
			.stream()
			.collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
		assertThat(fields).as(record.toString())
			.containsEntry("timerscope.event", text(event))
			.containsEntry("timerscope.kind", text(KIND))
			.containsEntry("timerscope.severity", text("leak"))
			.containsEntry("timerscope.site", text(finding.get("subject").asString()))
			.containsEntry("timerscope.fingerprint", text(finding.get("fingerprint").asString()))
			.containsEntry("timerscope.scheduler", text("taskScheduler"))
			.containsEntry("timerscope.count", AnyValue.newBuilder().setIntValue(1).build());
		assertThat(fields.get("timerscope.site").getStringValue()).contains("LeakingOrderController.place(");
		assertThat(Instant.parse(fields.get("timerscope.since").getStringValue()).truncatedTo(ChronoUnit.MILLIS))
			.isEqualTo(Instant.parse(finding.get("since").asString()));
	}

	/** A busy machine has findings of its own, such as late runs: they do not count. */
	private static LogRecord record(OtlpReceiver collector, int index) {
		List<LogRecord> records = await().atMost(Duration.ofMinutes(1))
			.until(() -> collector.logs("io.timerscope.findings")
				.stream()
				.filter((each) -> each.getBody().getStringValue().contains(KIND))
				.toList(), (found) -> found.size() > index);
		return records.get(index);
	}

	private static AnyValue text(String value) {
		return AnyValue.newBuilder().setStringValue(value).build();
	}

}
