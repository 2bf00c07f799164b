package io.timerscope.spring;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.acme.schedulers.OwnPool;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.task.TaskExecutorMetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Micrometer knows executors by their classes, and finds the same ones as without us. */
class ExecutorMetricsTests {

	@ParameterizedTest
	@ValueSource(strings = { "pool", "single", "ownPool" })
	void anExecutorThatIsMonitoredHasTheSameMeters(String name) {
		List<String> without = metersOf(WrappedContext.bare(), name);
		assertThat(metersOf(WrappedContext.runner(), name)).isEqualTo(without);
	}

	@ParameterizedTest
	@ValueSource(strings = { "pool", "ownPool" })
	void aTaskThroughAMonitoredExecutorIsOneTask(String name) {
		WrappedContext.runner().withUserConfiguration(Executors3.class).run((context) -> {
			ScheduledExecutorService monitored = ExecutorServiceMetrics.monitor(new SimpleMeterRegistry(),
					context.getBean(name, ScheduledExecutorService.class), "monitored");
			monitored.schedule(() -> {
			}, 1, TimeUnit.HOURS);
			assertThat(monitored.submit(() -> "done").get()).isEqualTo("done");
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(2);
		});
	}

	@Test
	void bootsMetersOfASchedulerAreThere() {
		List<String> without = bootMeters(WrappedContext.bare());
		assertThat(without).anySatisfy((meter) -> assertThat(meter).contains("executor.pool.size", "scheduler"));
		assertThat(bootMeters(WrappedContext.runner())).isEqualTo(without);
	}

	private static List<String> bootMeters(ApplicationContextRunner runner) {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		runner.withConfiguration(AutoConfigurations.of(TaskExecutorMetricsAutoConfiguration.class))
			.withBean(MeterRegistry.class, () -> registry)
			.withUserConfiguration(Executors3.class)
			.run((context) -> assertThat(context).hasNotFailed());
		return meters(registry);
	}

	private static List<String> metersOf(ApplicationContextRunner runner, String name) {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		runner.withUserConfiguration(Executors3.class)
			.run((context) -> ExecutorServiceMetrics.monitor(registry,
					context.getBean(name, ScheduledExecutorService.class), "monitored"));
		return meters(registry);
	}

	private static List<String> meters(MeterRegistry registry) {
		return registry.getMeters().stream().map(Meter::getId).map(Meter.Id::toString).sorted().toList();
	}

	@Configuration(proxyBeanMethods = false)
	static class Executors3 {

		@Bean
		@Lazy
		ScheduledExecutorService pool() {
			return new ScheduledThreadPoolExecutor(3);
		}

		@Bean
		@Lazy
		ScheduledExecutorService single() {
			return Executors.newSingleThreadScheduledExecutor();
		}

		@Bean
		@Lazy
		OwnPool ownPool() {
			return new OwnPool(2);
		}

		@Bean
		ThreadPoolTaskScheduler scheduler() {
			return new ThreadPoolTaskScheduler();
		}

	}

}
