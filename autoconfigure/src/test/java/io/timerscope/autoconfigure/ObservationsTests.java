package io.timerscope.autoconfigure;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.acme.observation.Deliveries;
import com.acme.observation.Inventory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.timerscope.observation.RunObservations;
import io.timerscope.spring.SpringObservations;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ScheduledTasksObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.support.ScheduledMethodRunnable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link TimerscopeMicrometerAutoConfiguration}.
 */
class ObservationsTests {

	private static final String ENABLED = "timerscope.observations.enabled=true";

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TimerscopeAutoConfiguration.class,
				TimerscopeFindingsAutoConfiguration.class, TimerscopeMicrometerAutoConfiguration.class))
		.withUserConfiguration(Application.class);

	private final ApplicationContextRunner observed = this.context.withBean(ObservationRegistry.class,
			TestObservationRegistry::create);

	private final ApplicationContextRunner byBoot = this.observed
		.withConfiguration(AutoConfigurations.of(ScheduledTasksObservationAutoConfiguration.class));

	@Test
	void nothingIsObservedByDefault() {
		this.observed.run((context) -> {
			assertThat(context).doesNotHaveBean(RunObservations.class);
			deliver(context);
			assertObserved(context).doesNotHaveAnyObservation();
		});
	}

	@Test
	void aProgrammaticRunIsObservedWhenAskedFor() {
		this.byBoot.withPropertyValues(ENABLED).run((context) -> {
			deliver(context);
			assertObserved(context).hasNumberOfObservationsWithNameEqualTo("timerscope.run", 1);
		});
	}

	@Test
	void aLazyApplicationIsObservedToo() {
		this.byBoot.withPropertyValues(ENABLED)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				deliver(context);
				assertObserved(context).hasNumberOfObservationsWithNameEqualTo("timerscope.run", 1);
			});
	}

	@Test
	void theRunOfAScheduledMethodIsObservedBySpringAlone() {
		this.byBoot.withPropertyValues(ENABLED)
			.withBean(Inventory.class)
			.run((context) -> assertCounting(context, "tasks.scheduled.execution", "timerscope.run"));
	}

	@Test
	void theRunOfAScheduledMethodIsObservedByUsWhereSpringDoesNot() {
		this.observed.withPropertyValues(ENABLED)
			.withBean(Inventory.class)
			.run((context) -> assertCounting(context, "timerscope.run", "tasks.scheduled.execution"));
	}

	private static void assertCounting(AssertableApplicationContext context, String there, String notThere)
			throws Exception {
		assertThat(context.getBean(Inventory.class).counted.await(30, TimeUnit.SECONDS)).isTrue();
		await().untilAsserted(() -> assertObserved(context).hasObservationWithNameEqualTo(there));
		assertObserved(context).hasNumberOfObservationsWithNameEqualTo(notThere, 0);
	}

	@Test
	void noMeterCountsARunASecondTime() {
		this.context.withPropertyValues(ENABLED)
			.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class, MetricsAutoConfiguration.class,
					CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class))
			.run((context) -> {
				deliver(context);
				MeterRegistry meters = context.getBean(MeterRegistry.class);
				assertThat(meters.get("timerscope.runs").timers()).isNotEmpty();
				assertThat(meters.getMeters()).extracting((meter) -> meter.getId().getName())
					.doesNotContain("timerscope.run", "timerscope.run.active");
			});
	}

	@Test
	void withoutARegistryOrItsClassTheApplicationStarts() {
		this.context.withPropertyValues(ENABLED)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RunObservations.class));
		this.context.withPropertyValues(ENABLED)
			.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RunObservations.class));
		this.observed.withPropertyValues(ENABLED, "timerscope.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RunObservations.class));
	}

	@Test
	void aNativeImageKeepsTheFieldThatTellsWhetherSpringObserves() {
		RuntimeHints hints = new RuntimeHints();
		new SpringObservations.Hints().registerHints(hints, null);
		assertThat(RuntimeHintsPredicates.reflection()
			.onFieldAccess(ScheduledMethodRunnable.class, "observationRegistrySupplier")).accepts(hints);
	}

	private static void deliver(AssertableApplicationContext context) throws Exception {
		CountDownLatch delivered = new CountDownLatch(1);
		new Deliveries(context.getBean(ScheduledExecutorService.class)).later(delivered::countDown).get();
		assertThat(delivered.getCount()).isZero();
	}

	private static TestObservationRegistryAssert assertObserved(AssertableApplicationContext context) {
		return TestObservationRegistryAssert.assertThat(context.getBean(TestObservationRegistry.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Application {

		@Bean
		ScheduledThreadPoolExecutor pool() {
			return new ScheduledThreadPoolExecutor(1);
		}

	}

}
