package com.acme.programs.accused;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeHandler;

/** Tasks that hold a closed session on purpose. */
@SuppressWarnings("PeriodicTaskInRequest") // meant
class MeantSessions {

	@Configuration(proxyBeanMethods = false)
	static class Registration {

		@Bean
		WebSocketConfigurer accusedHandlers(TaskScheduler taskScheduler, HandshakeHandler handshakes) {
			return (registry) -> registry.addHandler(new HostedRooms(taskScheduler), "/hosted")
				.addHandler(new LateFarewells(taskScheduler), "/late-farewells")
				.setHandshakeHandler(handshakes);
		}

	}

	/** A room that knows who opened it, and goes on for the others. */
	static class HostedRooms extends TextWebSocketHandler {

		private final TaskScheduler scheduler;

		private final Map<String, ScheduledFuture<?>> rooms = new ConcurrentHashMap<>();

		HostedRooms(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		protected void handleTextMessage(WebSocketSession session, TextMessage message) {
			this.rooms.computeIfAbsent(message.getPayload(), (it) -> new Room(session).open(this.scheduler));
		}

		private static final class Room {

			private final WebSocketSession host;

			Room(WebSocketSession host) {
				this.host = host;
			}

			ScheduledFuture<?> open(TaskScheduler scheduler) {
				return scheduler.scheduleAtFixedRate(this::tick, Duration.ofHours(1));
			}

			private boolean tick() {
				return this.host.isOpen();
			}

		}

	}

	/** Forgets a session an hour after its end, for which it only needs its id. */
	static class LateFarewells extends TextWebSocketHandler {

		private final TaskScheduler scheduler;

		private final Set<String> known = ConcurrentHashMap.newKeySet();

		LateFarewells(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		public void afterConnectionEstablished(WebSocketSession session) {
			this.known.add(session.getId());
		}

		@Override
		public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
			this.scheduler.schedule(() -> this.known.remove(session.getId()), Instant.now().plus(Duration.ofHours(1)));
		}

	}

}
