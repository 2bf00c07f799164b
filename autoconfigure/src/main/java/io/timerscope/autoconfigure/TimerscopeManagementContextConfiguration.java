package io.timerscope.autoconfigure;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.SchedulerBeanPostProcessor;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/**
 * Tracks the schedulers of the context behind a management port of its own. A
 * post-processor sees the beans of its own context only; the ledger is the application's.
 *
 * @since 0.1.0
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "timerscope.enabled", matchIfMissing = true)
@ConditionalOnBean(name = TimerscopeAutoConfiguration.IS_ON)
public final class TimerscopeManagementContextConfiguration {

	@Bean
	static SchedulerBeanPostProcessor timerscopeManagementSchedulerPostProcessor(EarlyBeans timerscopeEarlyBeans) {
		return new SchedulerBeanPostProcessor(() -> timerscopeEarlyBeans.get(TaskLedger.class),
				() -> timerscopeEarlyBeans.properties().excludeBeans());
	}

}
