package io.timerscope.autoconfigure;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationRegistry;
import io.timerscope.finding.FindingBook;
import io.timerscope.guard.Guard;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.metrics.TimerscopeMeterBinder;
import io.timerscope.recent.LastHour;
import io.timerscope.observation.RunObservations;
import io.timerscope.spring.SpringObservations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * Auto-configuration of the meters and, where they are switched on, of the observations
 * of runs. Needs no registry of meters: Boot binds every binder to each registry,
 * whenever that appears.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeFindingsAutoConfiguration.class,
		afterName = { "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
				"org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration" })
@ConditionalOnBean(name = TimerscopeFindingsAutoConfiguration.IS_ON)
public final class TimerscopeMicrometerAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class Meters {

		@Bean
		@ConditionalOnMissingBean
		TimerscopeMeterBinder timerscopeMeterBinder(TaskLedger timerscopeLedger, FindingBook timerscopeFindings,
				ObjectProvider<Guard> timerscopeGuard, LastHour timerscopeLastHour, EarlyBeans timerscopeEarlyBeans) {
			TimerscopeProperties.Metrics metrics = timerscopeEarlyBeans.properties().metrics();
			return new TimerscopeMeterBinder(timerscopeLedger, timerscopeFindings, timerscopeGuard.getIfAvailable(),
					timerscopeLastHour, metrics.sites(), metrics.jobs());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("timerscope.observations.enabled")
	@ConditionalOnClass(ObservationRegistry.class)
	@ConditionalOnBean(ObservationRegistry.class)
	@ImportRuntimeHints(SpringObservations.Hints.class)
	static class Observations {

		@Bean(initMethod = "start")
		@ConditionalOnMissingBean
		RunObservations timerscopeRunObservations(TaskLedger timerscopeLedger,
				ObservationRegistry observationRegistry) {
			return new RunObservations(timerscopeLedger, observationRegistry, new SpringObservations());
		}

		@Bean
		static LazyInitializationExcludeFilter timerscopeRunObservationsAreEager() {
			return LazyInitializationExcludeFilter.forBeanTypes(RunObservations.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("timerscope.observations.enabled")
	@ConditionalOnClass({ ObservationRegistry.class, MeterFilter.class })
	@ConditionalOnBean(ObservationRegistry.class)
	static class MetersOfObservations {

		/** The meter {@code timerscope.runs} counts each run already. */
		@Bean
		static MeterFilter timerscopeNoSecondTimerOfRuns() {
			return MeterFilter.deny((id) -> RunObservations.isMeter(id.getName()));
		}

	}

}
