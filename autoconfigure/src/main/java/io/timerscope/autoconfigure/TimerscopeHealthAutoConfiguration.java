package io.timerscope.autoconfigure;

import java.util.Map;

import io.timerscope.TaskLedger;
import io.timerscope.actuate.TimersHealthIndicator;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the health component {@code timers}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnEnabledHealthIndicator.class)
@ConditionalOnBean(TaskLedger.class)
@ConditionalOnEnabledHealthIndicator("timers")
public final class TimerscopeHealthAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "timersHealthIndicator")
	TimersHealthIndicator timersHealthIndicator(TaskLedger ledger, TimerscopeProperties properties) {
		return new TimersHealthIndicator(ledger.read(), Map::of, () -> false, properties.health().maxLeaked());
	}

}
