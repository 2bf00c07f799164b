package io.timerscope.autoconfigure;

import io.timerscope.Admission;
import io.timerscope.autoconfigure.TimerscopeProperties.GuardAction;
import io.timerscope.guard.Guard;
import io.timerscope.guard.GuardLimits;
import io.timerscope.guard.GuardSampling;
import io.timerscope.ledger.TaskLedger;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of the guard against avalanches of tasks.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = TimerscopeAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { "timerscope.enabled", "timerscope.guard.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(TimerscopeProperties.class)
public final class TimerscopeGuardAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(Admission.class)
	Guard timerscopeGuard(Collaborators timerscopeCollaborators) {
		TimerscopeProperties properties = timerscopeCollaborators.get(TimerscopeProperties.class);
		TimerscopeProperties.Guard guard = properties.guard();
		SettingsLimits limits = timerscopeCollaborators.get(SettingsLimits.class);
		return new Guard(new GuardLimits(guard.consecutive(), guard.maxLive(), guard.maxGrowthPerMinute(),
				guard.maxHeapUsed(), limits::maxLive, guard.action() == GuardAction.SHED));
	}

	/** Before the findings look, so that they see this tick's sample. */
	@Bean
	@Order(0)
	@ConditionalOnBean(Guard.class)
	@ConditionalOnMissingBean
	GuardSampling timerscopeGuardSampling(Guard guard, TaskLedger ledger) {
		return new GuardSampling(guard, ledger);
	}

}
