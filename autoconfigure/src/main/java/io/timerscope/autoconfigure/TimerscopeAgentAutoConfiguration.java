package io.timerscope.autoconfigure;

import io.timerscope.handmade.JvmHub;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.outside.PoolHolders;
import io.timerscope.spring.HandmadeSchedulers;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the timers that are no beans, where the agent tells of them.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "timerscope.enabled", matchIfMissing = true)
@ConditionalOnClass(name = JvmHub.NAME)
@ConditionalOnBean(name = TimerscopeAutoConfiguration.IS_ON)
public final class TimerscopeAgentAutoConfiguration {

	/** The context that owns the ledger listens for all below it. */
	@Bean
	@ConditionalOnMissingBean
	static HandmadeSchedulers timerscopeHandmadeSchedulers(EarlyBeans timerscopeEarlyBeans) {
		return new HandmadeSchedulers(() -> timerscopeEarlyBeans.get(TaskLedger.class),
				() -> timerscopeEarlyBeans.find(PoolHolders.class),
				() -> timerscopeEarlyBeans.properties().excludeBeans());
	}

}
