package io.timerscope.autoconfigure;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationRegistry;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.observation.RunObservations;
import io.timerscope.spring.SpringObservations;
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
 * Auto-configuration of the observations of runs, which are off by default.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class,
		afterName = { "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
				"org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration" })
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean({ TaskLedger.class, ObservationRegistry.class })
@ConditionalOnBooleanProperty("timerscope.observations.enabled")
@ImportRuntimeHints(SpringObservations.Hints.class)
public final class TimerscopeObservationAutoConfiguration {

	@Bean(initMethod = "start")
	@ConditionalOnMissingBean
	RunObservations timerscopeRunObservations(TaskLedger ledger, ObservationRegistry registry) {
		return new RunObservations(ledger, registry, new SpringObservations());
	}

	@Bean
	static LazyInitializationExcludeFilter timerscopeRunObservationsAreEager() {
		return LazyInitializationExcludeFilter.forBeanTypes(RunObservations.class);
	}

	/** The meter {@code timerscope.runs} counts each run already. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterFilter.class)
	static class MeterConfiguration {

		@Bean
		static MeterFilter timerscopeNoSecondTimerOfRuns() {
			return MeterFilter.deny((id) -> RunObservations.isMeter(id.getName()));
		}

	}

}
