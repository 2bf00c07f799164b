package io.timerscope.autoconfigure;

import io.micrometer.context.ContextRegistry;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.scope.Deadlines;
import io.timerscope.scope.TaskScopes;
import io.timerscope.spring.OwnerHandOver;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of scopes that are opened in code, and of their travel from thread
 * to thread.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "timerscope.enabled", matchIfMissing = true)
public final class TimerscopeScopesAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TaskScopes timerscopeScopes(TaskLedger ledger, ListableBeanFactory beans, Deadlines deadlines) {
		return new TaskScopes(ledger, new ScopeSurroundings(beans), deadlines);
	}

	/** Like the ledger, they are those of the context that made them. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(Deadlines.class)
	static class Ends {

		@Bean
		Deadlines timerscopeDeadlines(TaskLedger ledger) {
			return new Deadlines(ledger);
		}

		/** A pool that shuts down may wait for what is still in its queue. */
		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		ApplicationListener<ContextClosedEvent> timerscopeNoDeadlineAfterClose(ApplicationContext context,
				Deadlines deadlines) {
			return (event) -> {
				if (event.getApplicationContext() == context) {
					deadlines.close();
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ContextRegistry.class)
	static class HandOver {

		@Bean
		@ConditionalOnMissingBean
		OwnerHandOver timerscopeOwnerHandOver(TaskLedger ledger) {
			return new OwnerHandOver(ledger.context());
		}

	}

}
