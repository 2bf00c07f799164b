package com.acme.sockets;

import io.timerscope.scope.TaskScopes;
import io.timerscope.websocket.SessionOwners;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@EnableWebSocket
@EnableWebSocketMessageBroker
@Import(Chat.class)
public class ChatApplication implements WebSocketMessageBrokerConfigurer {

	@Bean
	ThreadPoolTaskScheduler taskScheduler() {
		return new ThreadPoolTaskScheduler();
	}

	@Bean
	WebSocketConfigurer handlers(TaskScheduler taskScheduler, TaskScopes scopes, SessionOwners sessions) {
		return (registry) -> registry
			.addHandler(sessions.decorate(new HeartbeatHandler(taskScheduler, false)), "/plain/leaky")
			.addHandler(sessions.decorate(new HeartbeatHandler(taskScheduler, true)), "/plain/careful")
			.addHandler(sessions.decorate(new ScopedHandler(scopes)), "/plain/scoped");
	}

	@Override
	public void registerStompEndpoints(StompEndpointRegistry registry) {
		registry.addEndpoint("/chat");
	}

	@Override
	public void configureMessageBroker(MessageBrokerRegistry registry) {
		registry.enableSimpleBroker("/topic");
		registry.setApplicationDestinationPrefixes("/app");
	}

}
