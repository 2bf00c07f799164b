package io.timerscope.autoconfigure;

import io.timerscope.actuate.TimersHealthIndicator;
import io.timerscope.finding.FindingBook;
import io.timerscope.finding.Severity;
import io.timerscope.guard.Guard;
import io.timerscope.guard.GuardState;
import io.timerscope.ledger.TaskLedger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the health component {@code timers} on Spring Boot 4.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeFindingsAutoConfiguration.class)
@ConditionalOnClass(
		name = "org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator")
@ConditionalOnBean(name = TimerscopeFindingsAutoConfiguration.IS_ON)
@ConditionalOnEnabledHealthIndicator("timers")
public final class TimerscopeHealthAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "timersHealthIndicator")
	TimersHealthIndicator timersHealthIndicator(TaskLedger timerscopeLedger, FindingBook timerscopeFindings,
			ObjectProvider<Guard> timerscopeGuard, EarlyBeans timerscopeEarlyBeans) {
		return new TimersHealthIndicator(timerscopeLedger, () -> timerscopeFindings.counts(Severity.PROBLEM),
				() -> timerscopeGuard.stream().anyMatch((it) -> it.state() == GuardState.SHEDDING),
				timerscopeEarlyBeans.properties().health().maxLeaked());
	}

}
