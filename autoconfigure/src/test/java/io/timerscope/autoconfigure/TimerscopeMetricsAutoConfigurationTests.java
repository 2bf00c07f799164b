package io.timerscope.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timerscope.metrics.TimerscopeMeterBinder;
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
 * Tests for {@link TimerscopeMetricsAutoConfiguration}.
 */
class TimerscopeMetricsAutoConfigurationTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TimerscopeAutoConfiguration.class,
				TimerscopeFindingsAutoConfiguration.class, TimerscopeMetricsAutoConfiguration.class));

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
