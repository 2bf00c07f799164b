package io.timerscope.autoconfigure;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.reactor.ReactorWatch;
import io.timerscope.spring.SchedulerProxies;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import reactor.core.scheduler.Schedulers;

/**
 * Auto-configuration of the tracking of Reactor's own schedulers.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { "timerscope.enabled", "timerscope.reactor.enabled" }, matchIfMissing = true)
@ConditionalOnClass(Schedulers.class)
@ConditionalOnBean(name = TimerscopeAutoConfiguration.IS_ON)
public final class TimerscopeReactorAutoConfiguration {

	@Bean
	static ReactorWatch timerscopeReactorWatch(EarlyBeans timerscopeEarlyBeans) {
		return new ReactorWatch(() -> timerscopeEarlyBeans.get(TaskLedger.class), SchedulerProxies::isTracked);
	}

}
