package com.acme.sockets;

import java.util.Map;

import io.timerscope.scope.TaskScopes;
import io.timerscope.websocket.SessionOwners;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@EnableWebSocket
@EnableWebSocketMessageBroker
@Import(Chat.class)
public class ChatApplication implements WebSocketMessageBrokerConfigurer {

	private final DefaultHandshakeHandler handshakes;

	/** Spring would take Jetty's way wherever Jetty is on the class path. */
	public ChatApplication(@Value("${chat.container}") String container) {
		this.handshakes = new DefaultHandshakeHandler(
				container.equals("JETTY") ? new JettyRequestUpgradeStrategy() : new StandardWebSocketUpgradeStrategy());
	}

	@Bean
	ThreadPoolTaskScheduler taskScheduler() {
		return new ThreadPoolTaskScheduler();
	}

	@Bean
	WebSocketConfigurer handlers(TaskScheduler taskScheduler, TaskScopes scopes, SessionOwners sessions) {
		return (registry) -> {
			registry.addHandler(new HeartbeatHandler(taskScheduler, false), "/plain/leaky")
				.addHandler(new HeartbeatHandler(taskScheduler, true), "/plain/careful")
				.addHandler(new ScopedHandler(scopes), "/plain/scoped")
				.addHandler(sessions.decorate(new HeartbeatHandler(taskScheduler, false)), "/decorated/leaky")
				.setHandshakeHandler(this.handshakes);
			registry.addHandler(new HeartbeatHandler(taskScheduler, false), "/fallback/leaky")
				.setHandshakeHandler(this.handshakes)
				.withSockJS();
		};
	}

	/** As the reference shows it for those who do without the registry. */
	@Bean
	HandlerMapping mappedHandlers(TaskScheduler taskScheduler) {
		return new SimpleUrlHandlerMapping(
				Map.of("/mapped/leaky", byHand(taskScheduler), "/named/leaky", "namedHandler"), -2);
	}

	@Bean
	WebSocketHttpRequestHandler namedHandler(TaskScheduler taskScheduler) {
		return byHand(taskScheduler);
	}

	private WebSocketHttpRequestHandler byHand(TaskScheduler taskScheduler) {
		return new WebSocketHttpRequestHandler(new HeartbeatHandler(taskScheduler, false), this.handshakes);
	}

	@Bean
	PassingFilter passingFilter() {
		return new PassingFilter();
	}

	@Override
	public void registerStompEndpoints(StompEndpointRegistry registry) {
		registry.addEndpoint("/chat").setHandshakeHandler(this.handshakes);
		registry.addEndpoint("/sock")
			.setHandshakeHandler(this.handshakes)
			.withSockJS()
			.setDisconnectDelay(200)
			.setHeartbeatTime(100);
	}

	@Override
	public void configureMessageBroker(MessageBrokerRegistry registry) {
		registry.enableSimpleBroker("/topic");
		registry.setApplicationDestinationPrefixes("/app");
	}

}
