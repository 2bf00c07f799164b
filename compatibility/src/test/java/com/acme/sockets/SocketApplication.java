package com.acme.sockets;

import com.acme.shop.ShopApplication;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/** The shop with a plain WebSocket and a STOMP endpoint. */
@EnableWebSocket
@EnableWebSocketMessageBroker
@Import({ ShopApplication.class, PriceMessages.class })
public class SocketApplication implements WebSocketConfigurer, WebSocketMessageBrokerConfigurer {

	private final ObjectProvider<TaskScheduler> schedulers;

	SocketApplication(ObjectProvider<TaskScheduler> schedulers) {
		this.schedulers = schedulers;
	}

	public static void main(String[] arguments) {
		SpringApplication.run(SocketApplication.class, arguments);
	}

	@Override
	public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
		registry.addHandler(new PriceSocket(this.schedulers), "/plain");
	}

	@Override
	public void registerStompEndpoints(StompEndpointRegistry registry) {
		registry.addEndpoint("/stomp");
	}

	@Override
	public void configureMessageBroker(MessageBrokerRegistry registry) {
		registry.enableSimpleBroker("/topic");
		registry.setApplicationDestinationPrefixes("/app");
	}

}
