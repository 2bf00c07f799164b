package com.acme.programs.correct;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Controller;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.messaging.SessionDisconnectEvent;
import org.springframework.web.socket.messaging.SessionSubscribeEvent;
import org.springframework.web.socket.server.HandshakeHandler;

/** STOMP: a ticker for all subscribers, and votes that time out. */
class Broker {

	@Configuration(proxyBeanMethods = false)
	@EnableWebSocketMessageBroker
	static class Endpoints implements WebSocketMessageBrokerConfigurer {

		private final HandshakeHandler handshakes;

		Endpoints(HandshakeHandler handshakes) {
			this.handshakes = handshakes;
		}

		@Override
		public void registerStompEndpoints(StompEndpointRegistry registry) {
			registry.setPreserveReceiveOrder(true);
			registry.addEndpoint("/stomp").setHandshakeHandler(this.handshakes);
			registry.addEndpoint("/sockjs").setHandshakeHandler(this.handshakes).withSockJS();
		}

		@Override
		public void configureMessageBroker(MessageBrokerRegistry registry) {
			registry.enableSimpleBroker("/topic");
			registry.setApplicationDestinationPrefixes("/app");
		}

	}

	/** Begins with the first subscriber and goes on. */
	@Controller
	static class PriceTicker {

		private final TaskScheduler scheduler;

		private final SimpMessagingTemplate messages;

		private ScheduledFuture<?> ticker;

		PriceTicker(TaskScheduler taskScheduler, SimpMessagingTemplate messages) {
			this.scheduler = taskScheduler;
			this.messages = messages;
		}

		@MessageMapping("/prices")
		@SendTo("/topic/answers")
		synchronized String follow() {
			if (this.ticker == null) {
				this.ticker = this.scheduler.scheduleAtFixedRate(
						() -> this.messages.convertAndSend("/topic/prices", "1"), Duration.ofMillis(20));
			}
			return "ok";
		}

	}

	/** The same, from an event that Spring publishes. */
	@Controller
	static class SubscriptionTicker {

		private final TaskScheduler scheduler;

		private ScheduledFuture<?> ticker;

		SubscriptionTicker(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@EventListener
		synchronized void subscribed(SessionSubscribeEvent event) {
			if (this.ticker == null) {
				this.ticker = this.scheduler.scheduleAtFixedRate(() -> {
				}, Duration.ofMillis(20));
			}
		}

	}

	/** Typing is over a while after the last key. */
	@Controller
	static class Typing {

		private final TaskScheduler scheduler;

		private final Map<String, ScheduledFuture<?>> typing = new ConcurrentHashMap<>();

		Typing(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@MessageMapping("/typing")
		@SendTo("/topic/answers")
		String typing(@Header("simpSessionId") String session) {
			ScheduledFuture<?> before = this.typing.put(session, this.scheduler
				.schedule(() -> this.typing.remove(session), Instant.now().plus(Duration.ofHours(1))));
			if (before != null) {
				before.cancel(false);
			}
			return "ok";
		}

		@EventListener
		void left(SessionDisconnectEvent event) {
			ScheduledFuture<?> typing = this.typing.remove(event.getSessionId());
			if (typing != null) {
				typing.cancel(false);
			}
		}

	}

}
