package io.timerscope.autoconfigure;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.websocket.EndpointSessions;
import io.timerscope.websocket.ExportedEndpoints;
import io.timerscope.websocket.RegisteredHandlers;
import io.timerscope.websocket.SessionMessages;
import io.timerscope.websocket.SessionOwners;
import jakarta.websocket.server.ServerContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

/**
 * Auto-configuration of WebSocket sessions as owners of tasks.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "timerscope.enabled", matchIfMissing = true)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebSocketHandlerDecoratorFactory.class)
public final class TimerscopeWebSocketAutoConfiguration {

	/** An application that injects it starts with {@code sessions.enabled=false} too. */
	@Bean
	@ConditionalOnMissingBean
	SessionOwners timerscopeSessionOwners(TaskLedger ledger, TimerscopeProperties properties) {
		return properties.sessions().enabled() ? new SessionOwners(ledger) : SessionOwners.none(ledger);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebSocketHandlerMapping.class)
	static class Plain {

		/** Static, since it is there before all that it looks at. */
		@Bean
		static RegisteredHandlers timerscopeWebSocketHandlers(ObjectProvider<SessionOwners> owners) {
			return new RegisteredHandlers(owners::getObject);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ServerContainer.class, ServerEndpointExporter.class })
	@ConditionalOnBooleanProperty(name = "timerscope.sessions.enabled", matchIfMissing = true)
	static class Endpoints {

		@Bean
		EndpointSessions timerscopeEndpointSessions(TaskLedger ledger) {
			return new EndpointSessions(ledger);
		}

		/** Static, since it is there before the exporter that it looks for. */
		@Bean
		static ExportedEndpoints timerscopeEndpoints(ObjectProvider<EndpointSessions> sessions) {
			return new ExportedEndpoints(sessions::getObject);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ WebSocketMessageBrokerConfigurer.class, ChannelRegistration.class })
	@ConditionalOnBooleanProperty(name = "timerscope.sessions.enabled", matchIfMissing = true)
	static class Stomp {

		@Bean
		WebSocketMessageBrokerConfigurer timerscopeStompSessions(SessionOwners owners) {
			return new WebSocketMessageBrokerConfigurer() {

				@Override
				public void configureWebSocketTransport(WebSocketTransportRegistration registration) {
					registration.addDecoratorFactory(owners);
				}

				@Override
				public void configureClientInboundChannel(ChannelRegistration registration) {
					registration.interceptors(new SessionMessages(owners));
				}

			};
		}

	}

}
