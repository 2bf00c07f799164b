package io.timerscope.autoconfigure;

import java.util.EnumSet;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.bean.BeanLifecycle;
import io.timerscope.web.CallableHandOver;
import io.timerscope.web.OpenRequests;
import io.timerscope.web.RequestEnd;
import io.timerscope.web.RequestOwnerFilter;
import io.timerscope.web.SessionBeansEnd;
import io.timerscope.websocket.EndpointSessions;
import io.timerscope.websocket.ExportedEndpoints;
import io.timerscope.websocket.RegisteredHandlers;
import io.timerscope.websocket.SessionMessages;
import io.timerscope.websocket.SessionOwners;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import jakarta.websocket.server.ServerContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

/**
 * Auto-configuration of what ends in a servlet application and may own tasks: requests,
 * HTTP sessions with their beans, and WebSocket sessions.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ Servlet.class, FilterRegistrationBean.class })
@ConditionalOnBooleanProperty(name = "timerscope.enabled", matchIfMissing = true)
@ConditionalOnBean(name = TimerscopeAutoConfiguration.IS_ON)
public final class TimerscopeServletAutoConfiguration {

	@Bean
	@ConditionalOnBooleanProperty(name = "timerscope.requests.enabled", matchIfMissing = true)
	OpenRequests timerscopeOpenRequests(TaskLedger timerscopeLedger) {
		return new OpenRequests(timerscopeLedger);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "timerscope.requests.enabled", matchIfMissing = true)
	ServletListenerRegistrationBean<RequestEnd> timerscopeRequestEnd(OpenRequests timerscopeOpenRequests) {
		return new ServletListenerRegistrationBean<>(new RequestEnd(timerscopeOpenRequests));
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "timerscope.requests.enabled", matchIfMissing = true)
	FilterRegistrationBean<RequestOwnerFilter> timerscopeRequests(OpenRequests timerscopeOpenRequests) {
		FilterRegistrationBean<RequestOwnerFilter> registration = new FilterRegistrationBean<>(
				new RequestOwnerFilter(timerscopeOpenRequests));
		registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
		registration.setAsyncSupported(true);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "timerscope.beans.enabled", matchIfMissing = true)
	SessionBeansEnd timerscopeSessionBeansEnd(TaskLedger timerscopeLedger, BeanLifecycle timerscopeBeanLifecycle) {
		return new SessionBeansEnd(timerscopeLedger, timerscopeBeanLifecycle::endedWithSession);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebMvcConfigurer.class)
	@ConditionalOnBooleanProperty(name = "timerscope.requests.enabled", matchIfMissing = true)
	static class Callables {

		@Bean
		WebMvcConfigurer timerscopeCallables(TaskLedger timerscopeLedger) {
			return new WebMvcConfigurer() {

				@Override
				public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
					configurer.registerCallableInterceptors(new CallableHandOver(timerscopeLedger.context()));
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebSocketHandlerDecoratorFactory.class)
	static class WebSocketSessions {

		/**
		 * An application that injects it starts with {@code sessions.enabled=false} too.
		 */
		@Bean
		@ConditionalOnMissingBean
		SessionOwners timerscopeSessionOwners(TaskLedger timerscopeLedger, EarlyBeans timerscopeEarlyBeans) {
			return timerscopeEarlyBeans.properties().sessions().enabled() ? new SessionOwners(timerscopeLedger)
					: SessionOwners.none(timerscopeLedger);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebSocketHandlerMapping.class)
	@ConditionalOnBooleanProperty(name = "timerscope.sessions.enabled", matchIfMissing = true)
	static class PlainWebSockets {

		/** Static, since it is there before all that it looks at. */
		@Bean
		static RegisteredHandlers timerscopeWebSocketHandlers(ObjectProvider<SessionOwners> timerscopeSessionOwners) {
			return new RegisteredHandlers(timerscopeSessionOwners::getObject);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ServerContainer.class, ServerEndpointExporter.class })
	@ConditionalOnBooleanProperty(name = "timerscope.sessions.enabled", matchIfMissing = true)
	static class EndpointSessionsConfiguration {

		private static final String SESSIONS = "timerscopeEndpointSessions";

		/** Static, since it is there before the exporter that it looks for. */
		@Bean
		static ExportedEndpoints timerscopeEndpoints(EarlyBeans timerscopeEarlyBeans) {
			return new ExportedEndpoints(() -> sessions(timerscopeEarlyBeans));
		}

		/** A bean from the first exporter on. */
		private static EndpointSessions sessions(EarlyBeans early) {
			ConfigurableListableBeanFactory beans = early.beans();
			if (!beans.containsLocalBean(SESSIONS)) {
				beans.registerSingleton(SESSIONS, new EndpointSessions(early.get(TaskLedger.class)));
			}
			return beans.getBean(SESSIONS, EndpointSessions.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ WebSocketMessageBrokerConfigurer.class, ChannelRegistration.class })
	@ConditionalOnBooleanProperty(name = "timerscope.sessions.enabled", matchIfMissing = true)
	static class StompSessions {

		@Bean
		WebSocketMessageBrokerConfigurer timerscopeStompSessions(SessionOwners timerscopeSessionOwners) {
			return new WebSocketMessageBrokerConfigurer() {

				@Override
				public void configureWebSocketTransport(WebSocketTransportRegistration registration) {
					registration.addDecoratorFactory(timerscopeSessionOwners);
				}

				@Override
				public void configureClientInboundChannel(ChannelRegistration registration) {
					registration.interceptors(new SessionMessages(timerscopeSessionOwners));
				}

			};
		}

	}

}
