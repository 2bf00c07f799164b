package io.timerscope.autoconfigure;

import io.timerscope.actuate.Boot3TimersHealthIndicator;
import io.timerscope.finding.FindingBook;
import io.timerscope.finding.Severity;
import io.timerscope.guard.Guard;
import io.timerscope.guard.GuardState;
import io.timerscope.ledger.TaskLedger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the health component {@code timers} on Spring Boot 3.5.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeFindingsAutoConfiguration.class)
@ConditionalOnClass(name = "org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator")
@ConditionalOnBean(name = TimerscopeFindingsAutoConfiguration.IS_ON)
@ConditionalOnEnabledHealthIndicator("timers")
public final class TimerscopeBoot3HealthAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "timersHealthIndicator")
	Boot3TimersHealthIndicator timersHealthIndicator(TaskLedger timerscopeLedger, FindingBook timerscopeFindings,
			ObjectProvider<Guard> timerscopeGuard, EarlyBeans timerscopeEarlyBeans) {
		return new Boot3TimersHealthIndicator(timerscopeLedger, () -> timerscopeFindings.counts(Severity.PROBLEM),
				() -> timerscopeGuard.stream().anyMatch((it) -> it.state() == GuardState.SHEDDING),
				timerscopeEarlyBeans.properties().health().maxLeaked());
	}

}
