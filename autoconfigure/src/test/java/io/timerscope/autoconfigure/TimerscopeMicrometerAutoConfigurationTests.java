package io.timerscope.autoconfigure;

import java.util.concurrent.ScheduledThreadPoolExecutor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.metrics.TimerscopeMeterBinder;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TimerscopeMicrometerAutoConfiguration}.
 */
class TimerscopeMicrometerAutoConfigurationTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TimerscopeAutoConfiguration.class,
				TimerscopeFindingsAutoConfiguration.class, TimerscopeMicrometerAutoConfiguration.class));

	private final ApplicationContextRunner withMetrics = this.context
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class));

	@Test
	void bootsRegistryHasTheMeters() {
		this.withMetrics.run((context) -> assertThat(
				context.getBean(MeterRegistry.class).get("timerscope.tracking.errors").functionCounter().count())
			.isZero());
	}

	@Test
	void aRegistryThatComesLateHasTheMeters() {
		this.withMetrics.withUserConfiguration(LateRegistry.class)
			.run((context) -> assertThat(
					context.getBean(MeterRegistry.class).find("timerscope.tracking.errors").functionCounter())
				.isNotNull());
	}

	@Test
	void aRegistryThatOutlivesTheContextIsLeftClean() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		this.withMetrics.withBean(MeterRegistry.class, () -> registry)
			.run((context) -> assertThat(registry.find("timerscope.tracking.errors").meters()).isNotEmpty());
		assertThat(registry.find("timerscope.tracking.errors").meters()).isEmpty();
	}

	@Test
	void runsAndLatenessHaveHistogramsWhenAskedForAsForAnyTimer() {
		this.withMetrics.withBean(PrometheusMeterRegistry.class, () -> new PrometheusMeterRegistry(key -> null))
			.withPropertyValues("management.metrics.distribution.percentiles-histogram.timerscope.runs=true",
					"management.metrics.distribution.slo.timerscope.run.lateness=10ms,1s")
			.run((context) -> {
				run(context.getBean(TaskLedger.class));
				assertThat(context.getBean(PrometheusMeterRegistry.class).scrape().lines())
					.filteredOn((line) -> line.startsWith("timerscope_runs_seconds_bucket"))
					.hasSize(3 * 69)
					.anyMatch((line) -> line.contains("schedule=\"immediate\"") && line.contains("outcome=\"success\"")
							&& line.endsWith(",le=\"+Inf\"} 1"));
				assertThat(context.getBean(PrometheusMeterRegistry.class).scrape()).contains(
						"timerscope_run_lateness_seconds_bucket{scheduler=\"orders\",le=\"0.01\"} ",
						"timerscope_run_lateness_seconds_bucket{scheduler=\"orders\",le=\"1.0\"} ",
						"timerscope_run_lateness_seconds_bucket{scheduler=\"orders\",le=\"+Inf\"} 1\n");
			});
		this.withMetrics.withBean(PrometheusMeterRegistry.class, () -> new PrometheusMeterRegistry(key -> null))
			.withPropertyValues("management.metrics.distribution.percentiles-histogram.timerscope.run.lateness=true")
			.run((context) -> {
				run(context.getBean(TaskLedger.class));
				assertThat(context.getBean(PrometheusMeterRegistry.class).scrape().lines())
					.filteredOn((line) -> line.startsWith("timerscope_run_lateness_seconds_bucket"))
					.hasSize(69);
				assertThat(context.getBean(PrometheusMeterRegistry.class).scrape())
					.doesNotContain("timerscope_runs_seconds_bucket");
			});
	}

	private static void run(TaskLedger ledger) throws Exception {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		new TrackedScheduledExecutorService(pool,
				ledger.schedulers().track("orders", "pool", SchedulerTraits.EXECUTOR, PoolView.of(pool)))
			.submit(() -> {
			})
			.get();
		pool.shutdown();
	}

	@Test
	void withoutARegistryNothingIsMissed() {
		this.context.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(TimerscopeMeterBinder.class));
	}

	@Test
	void withoutMicrometerTheApplicationStarts() {
		this.context.withClassLoader(new FilteredClassLoader(MeterBinder.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TimerscopeMeterBinder.class));
	}

	@Test
	void withoutALedgerThereIsNothingToShow() {
		this.withMetrics.withPropertyValues("timerscope.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TimerscopeMeterBinder.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class LateRegistry {

		@Bean
		@Lazy
		MeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

	}

}
