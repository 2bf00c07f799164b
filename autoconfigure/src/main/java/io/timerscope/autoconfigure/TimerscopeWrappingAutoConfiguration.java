package io.timerscope.autoconfigure;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.SchedulerBeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the post-processor that replaces scheduler beans.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "timerscope.enabled", matchIfMissing = true)
public final class TimerscopeWrappingAutoConfiguration {

	/** Static, and of its precise type, which ahead-of-time processing looks at. */
	@Bean
	static SchedulerBeanPostProcessor timerscopeSchedulerPostProcessor(Collaborators timerscopeCollaborators) {
		return new SchedulerBeanPostProcessor(() -> timerscopeCollaborators.get(TaskLedger.class),
				() -> timerscopeCollaborators.get(TimerscopeProperties.class).excludeBeans());
	}

}
