package io.timerscope.autoconfigure;

import io.timerscope.OriginCapture;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.scope.Deadlines;
import io.timerscope.scope.TaskScopes;
import io.timerscope.websocket.SessionOwners;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;

/**
 * Auto-configuration of what an application may inject, where Timerscope is switched off.
 * Scopes still schedule and cancel. No bean is touched and nothing is noted.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "timerscope.enabled", havingValue = false)
public final class TimerscopeOffAutoConfiguration {

	/** Each context has its own, which know its schedulers. */
	@Bean
	@Fallback
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	TaskScopes timerscopeScopes(ListableBeanFactory beans, Unobserved timerscopeUnobserved) {
		return new TaskScopes(timerscopeUnobserved.ledger(),
				new UnobservedSurroundings(timerscopeUnobserved.ledger(), beans), timerscopeUnobserved.deadlines());
	}

	@Bean
	Unobserved timerscopeUnobserved() {
		TaskLedger ledger = TaskLedger.builder().capture(OriginCapture.OFF).historySize(0).build();
		return new Unobserved(ledger, new Deadlines(ledger));
	}

	@Bean
	DeadlinesEnd timerscopeNoDeadlineAfterClose(Unobserved timerscopeUnobserved) {
		return new DeadlinesEnd("timerscopeUnobserved", timerscopeUnobserved.deadlines());
	}

	/**
	 * A ledger that no scheduler writes to, and that is no bean.
	 *
	 * @param ledger only its owners are used
	 * @param deadlines ends scopes whose time is up
	 */
	record Unobserved(TaskLedger ledger, Deadlines deadlines) {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebSocketHandlerDecoratorFactory.class)
	static class Sessions {

		@Bean
		@ConditionalOnMissingBean
		SessionOwners timerscopeSessionOwners(Unobserved timerscopeUnobserved) {
			return SessionOwners.none(timerscopeUnobserved.ledger());
		}

	}

}
