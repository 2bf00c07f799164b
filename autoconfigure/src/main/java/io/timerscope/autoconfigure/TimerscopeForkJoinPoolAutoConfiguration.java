package io.timerscope.autoconfigure;

import java.util.concurrent.ForkJoinPool;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.ForkJoinScheduling;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the tracking of {@code @Scheduled} methods on a
 * {@link ForkJoinPool} bean, which Spring takes for a scheduler from JDK 25 on.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeWrappingAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "timerscope.enabled", matchIfMissing = true)
@ConditionalOnBean(ForkJoinPool.class)
public final class TimerscopeForkJoinPoolAutoConfiguration {

	@Bean
	ForkJoinScheduling timerscopeForkJoinScheduling(Collaborators timerscopeCollaborators) {
		return new ForkJoinScheduling(() -> timerscopeCollaborators.get(TaskLedger.class),
				() -> timerscopeCollaborators.get(TimerscopeProperties.class).excludeBeans());
	}

}
