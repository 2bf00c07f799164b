package io.timerscope.autoconfigure;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.OwnerHandOver;
import io.timerscope.webflux.ReactiveSessions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.socket.server.support.WebSocketHandlerAdapter;
import reactor.core.publisher.Mono;

/**
 * Auto-configuration of WebSocket sessions on WebFlux as owners of tasks.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { "timerscope.enabled", "timerscope.sessions.enabled" }, matchIfMissing = true)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({ WebSocketHandlerAdapter.class, Mono.class })
public final class TimerscopeWebFluxSessionsAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "io.micrometer.context.ContextRegistry")
	static class WithPropagation {

		/** Static, since it is there before the adapter that it looks for. */
		@Bean
		static ReactiveSessions timerscopeWebFluxSessions(ObjectProvider<TaskLedger> ledger,
				ObjectProvider<OwnerHandOver> handOver) {
			return new ReactiveSessions(ledger::getObject, () -> handOver.getObject().key());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("io.micrometer.context.ContextRegistry")
	static class WithoutPropagation {

		@Bean
		static ReactiveSessions timerscopeWebFluxSessions(ObjectProvider<TaskLedger> ledger) {
			return new ReactiveSessions(ledger::getObject, () -> ReactiveSessions.class);
		}

	}

}
