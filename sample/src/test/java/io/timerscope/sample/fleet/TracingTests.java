package io.timerscope.sample.fleet;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The shop with a tracer.
 */
class TracingTests {

	private static final String LEAK = "task LeakingOrderController.place";

	private static final Pattern EXEMPLAR = Pattern
		.compile("(?m)^timerscope_runs_seconds_\\w+\\{.*# \\{.*trace_id=\"(\\w+)\".*$");

	private static final String[] EVERYTHING = { "--management.tracing.sampling.probability=1.0",
			"--shop.reminder-period=20ms",
			"--management.metrics.distribution.percentiles-histogram.timerscope.runs=true" };

	@Test
	void everyRunIsATraceOfItsOwnAndAnExemplarOfItsTimer() throws Exception {
		try (RunningShop shop = new RunningShop(Spans.class, with("--timerscope.observations.enabled=true"))) {
			shop.leak();
			InMemorySpanExporter spans = shop.bean(InMemorySpanExporter.class);
			await().atMost(Duration.ofMinutes(1)).until(() -> runs(spans).size() >= 3);
			List<SpanData> runs = runs(spans);
			assertThat(runs).extracting(SpanData::getParentSpanId).containsOnly(SpanId.getInvalid());
			assertThat(runs).extracting(SpanData::getTraceId).doesNotHaveDuplicates();
			assertThat(runs.get(0).getAttributes().asMap()).containsEntry(key("scheduler"), "taskScheduler")
				.containsEntry(key("schedule"), "fixed-delay")
				.containsEntry(key("owner"), "request")
				.containsEntry(key("task.id"), shop.timers("?owner=request").get("tasks").get(0).get("id").asString())
				.hasEntrySatisfying(key("site"),
						(site) -> assertThat(site.toString()).contains("LeakingOrderController.place("));
			assertThat(spans.getFinishedSpanItems()).extracting(SpanData::getName)
				.contains("task carefulCartController.sweep")
				.doesNotContain("task CarefulCartController.sweep");
			await().atMost(Duration.ofMinutes(1))
				.untilAsserted(() -> assertThat(exemplars(shop)).isNotEmpty()
					.isSubsetOf(runs(spans).stream().map(SpanData::getTraceId).collect(Collectors.toSet())));
		}
	}

	@Test
	void withoutTheWishThereIsNoSpan() throws Exception {
		try (RunningShop shop = new RunningShop(Spans.class, with("--timerscope.observations.enabled=false"))) {
			shop.leak();
			await().atMost(Duration.ofMinutes(1))
				.until(() -> shop.timers("?owner=request").get("tasks").get(0).get("runs").asInt() >= 3);
			InMemorySpanExporter spans = shop.bean(InMemorySpanExporter.class);
			await().atMost(Duration.ofMinutes(1)).until(() -> !spans.getFinishedSpanItems().isEmpty());
			assertThat(spans.getFinishedSpanItems()).extracting(SpanData::getName).doesNotContain(LEAK);
			assertThat(exemplars(shop)).isEmpty();
		}
	}

	private static String[] with(String option) {
		return Stream.concat(Arrays.stream(EVERYTHING), Stream.of(option)).toArray(String[]::new);
	}

	private static List<SpanData> runs(InMemorySpanExporter spans) {
		return spans.getFinishedSpanItems().stream().filter((span) -> span.getName().equals(LEAK)).toList();
	}

	private static Set<String> exemplars(RunningShop shop) throws Exception {
		return EXEMPLAR.matcher(shop.openMetrics())
			.results()
			.map((MatchResult match) -> match.group(1))
			.collect(Collectors.toSet());
	}

	private static AttributeKey<String> key(String name) {
		return AttributeKey.stringKey(name);
	}

	@Configuration(proxyBeanMethods = false)
	static class Spans {

		@Bean
		InMemorySpanExporter spanExporter() {
			return InMemorySpanExporter.create();
		}

	}

}
