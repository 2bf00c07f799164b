package com.acme.programs.correct;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.timerscope.scope.TaskScopes;
import io.timerscope.websocket.SessionOwners;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeHandler;

/** WebSocket handlers: presence, rooms, idle timeouts, heartbeats that end. */
@SuppressWarnings("PeriodicTaskInRequest") // none of them is one for each request
class Sockets {

	@Configuration(proxyBeanMethods = false)
	static class Registration {

		@Bean
		WebSocketConfigurer correctHandlers(TaskScheduler taskScheduler, TaskScopes scopes, SessionOwners owners,
				HandshakeHandler handshakes) {
			return (registry) -> registry.addHandler(owners.decorate(new Presence(taskScheduler)), "/presence")
				.addHandler(owners.decorate(new Rooms(taskScheduler)), "/rooms")
				.addHandler(owners.decorate(new Games(taskScheduler)), "/games")
				.addHandler(owners.decorate(new IdleSessions(taskScheduler)), "/idle")
				.addHandler(owners.decorate(new CarefulHeartbeat(taskScheduler)), "/careful")
				.addHandler(owners.decorate(new ScopedHeartbeat(scopes)), "/scoped")
				.addHandler(owners.decorate(new Farewells(taskScheduler)), "/farewells")
				.addHandler(new PlainHeartbeat(taskScheduler), "/plain")
				.addHandler(owners.decorate(new SelfCleaning(taskScheduler)), "/self-cleaning")
				.addHandler(new Busy(), "/busy")
				.setHandshakeHandler(handshakes);
		}

	}

	static void send(WebSocketSession session, String text) {
		try {
			session.sendMessage(new TextMessage(text));
		}
		catch (IOException | IllegalStateException ex) {
			// the client has left
		}
	}

	/** One ticker for all, begun by the first who connects. */
	static class Presence extends TextWebSocketHandler {

		private final TaskScheduler scheduler;

		private final Set<WebSocketSession> sessions = ConcurrentHashMap.newKeySet();

		private ScheduledFuture<?> ticker;

		Presence(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		public synchronized void afterConnectionEstablished(WebSocketSession session) {
			this.sessions.add(new ConcurrentWebSocketSessionDecorator(session, 1000, 1000));
			if (this.ticker == null) {
				this.ticker = this.scheduler.scheduleAtFixedRate(this::tick, Duration.ofMillis(20));
			}
		}

		@Override
		public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
			this.sessions.removeIf((it) -> it.getId().equals(session.getId()));
		}

		private void tick() {
			this.sessions.forEach((it) -> send(it, this.sessions.size() + " here"));
		}

	}

	/** A room ticks from its first member to its last. */
	static class Rooms extends TextWebSocketHandler {

		private final TaskScheduler scheduler;

		private final Map<String, Room> rooms = new ConcurrentHashMap<>();

		Rooms(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		protected void handleTextMessage(WebSocketSession session, TextMessage message) {
			session.getAttributes().put("room", message.getPayload());
			this.rooms.compute(message.getPayload(), (name, room) -> {
				Room joined = (room != null) ? room : new Room(this.scheduler);
				joined.members.put(session.getId(), session);
				return joined;
			});
		}

		@Override
		public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
			Object name = session.getAttributes().get("room");
			if (name instanceof String key) {
				this.rooms.computeIfPresent(key, (it, room) -> room.leave(session) ? null : room);
			}
		}

		private static final class Room {

			private final Map<String, WebSocketSession> members = new ConcurrentHashMap<>();

			private final ScheduledFuture<?> ticks;

			Room(TaskScheduler scheduler) {
				this.ticks = scheduler.scheduleAtFixedRate(this::tick, Duration.ofMillis(20));
			}

			private void tick() {
				this.members.values().forEach((it) -> send(it, "tick"));
			}

			private boolean leave(WebSocketSession session) {
				this.members.remove(session.getId());
				if (this.members.isEmpty()) {
					this.ticks.cancel(false);
					return true;
				}
				return false;
			}

		}

	}

	/** A game goes on when its players are gone; somebody may come back. */
	static class Games extends TextWebSocketHandler {

		private final TaskScheduler scheduler;

		private final Map<String, Game> games = new ConcurrentHashMap<>();

		Games(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		protected void handleTextMessage(WebSocketSession session, TextMessage message) {
			Game game = this.games.computeIfAbsent(message.getPayload(), (it) -> new Game(this.scheduler));
			game.player = session;
		}

		private static final class Game {

			private volatile WebSocketSession player;

			private final ScheduledFuture<?> turns;

			Game(TaskScheduler scheduler) {
				this.turns = scheduler.scheduleAtFixedRate(this::turn, Duration.ofMillis(20));
			}

			private void turn() {
				WebSocketSession player = this.player;
				if (player != null && player.isOpen()) {
					send(player, "your turn");
				}
			}

		}

	}

	/** Each message puts the end off by half an hour. */
	static class IdleSessions extends TextWebSocketHandler {

		private final TaskScheduler scheduler;

		private final Map<String, ScheduledFuture<?>> timeouts = new ConcurrentHashMap<>();

		IdleSessions(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		public void afterConnectionEstablished(WebSocketSession session) {
			rearm(session);
		}

		@Override
		protected void handleTextMessage(WebSocketSession session, TextMessage message) {
			rearm(session);
		}

		@Override
		public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
			this.timeouts.remove(session.getId()).cancel(false);
		}

		private void rearm(WebSocketSession session) {
			ScheduledFuture<?> before = this.timeouts.put(session.getId(),
					this.scheduler.schedule(() -> hangUp(session), Instant.now().plus(Duration.ofMinutes(30))));
			if (before != null) {
				before.cancel(false);
			}
		}

		private void hangUp(WebSocketSession session) {
			try {
				session.close(CloseStatus.GOING_AWAY);
			}
			catch (IOException ex) {
				// it is closed
			}
		}

	}

	/**
	 * A heartbeat for each session, cancelled with it, also where it breaks at its first
	 * beat.
	 */
	static class CarefulHeartbeat extends TextWebSocketHandler {

		private final TaskScheduler scheduler;

		private final Map<String, ScheduledFuture<?>> heartbeats = new ConcurrentHashMap<>();

		CarefulHeartbeat(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		public void afterConnectionEstablished(WebSocketSession session) {
			this.heartbeats.put(session.getId(),
					this.scheduler.scheduleAtFixedRate(() -> send(session, "ping"), Duration.ofMillis(20)));
			if (!session.isOpen()) {
				stop(session);
			}
		}

		@Override
		public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
			stop(session);
		}

		private void stop(WebSocketSession session) {
			ScheduledFuture<?> heartbeat = this.heartbeats.remove(session.getId());
			if (heartbeat != null) {
				heartbeat.cancel(false);
			}
		}

	}

	/** The same without any word to Timerscope, the future in the session. */
	static class PlainHeartbeat extends TextWebSocketHandler {

		private final TaskScheduler scheduler;

		PlainHeartbeat(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		public void afterConnectionEstablished(WebSocketSession session) {
			session.getAttributes()
				.put("heartbeat",
						this.scheduler.scheduleAtFixedRate(() -> send(session, "ping"), Duration.ofMillis(20)));
			if (!session.isOpen()) {
				stop(session);
			}
		}

		@Override
		public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
			stop(session);
		}

		private void stop(WebSocketSession session) {
			if (session.getAttributes().get("heartbeat") instanceof ScheduledFuture<?> heartbeat) {
				heartbeat.cancel(false);
			}
		}

	}

	/** The same with a scope. */
	static class ScopedHeartbeat extends TextWebSocketHandler {

		private final TaskScopes scopes;

		ScopedHeartbeat(TaskScopes scopes) {
			this.scopes = scopes;
		}

		@Override
		public void afterConnectionEstablished(WebSocketSession session) {
			this.scopes.session(session).every(Duration.ofMillis(20), () -> send(session, "ping"));
		}

	}

	/** Forgets a user an hour after the connection was lost. */
	static class Farewells extends TextWebSocketHandler {

		private final TaskScheduler scheduler;

		private final Set<String> known = ConcurrentHashMap.newKeySet();

		Farewells(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		public void afterConnectionEstablished(WebSocketSession session) {
			this.known.add(session.getId());
		}

		@Override
		public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
			String user = session.getId();
			this.scheduler.schedule(() -> this.known.remove(user), Instant.now().plus(Duration.ofHours(1)));
		}

	}

	/** A heartbeat that looks at each beat whether it should stop, and beats rarely. */
	static class SelfCleaning extends TextWebSocketHandler {

		private final TaskScheduler scheduler;

		SelfCleaning(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		public void afterConnectionEstablished(WebSocketSession session) {
			AtomicReference<ScheduledFuture<?>> self = new AtomicReference<>();
			self.set(this.scheduler.scheduleAtFixedRate(() -> {
				if (!session.isOpen()) {
					self.get().cancel(false);
				}
			}, Instant.now().plus(Duration.ofHours(1)), Duration.ofHours(1)));
		}

	}

	/** Hangs up on everybody. */
	static class Busy extends TextWebSocketHandler {

		@Override
		public void afterConnectionEstablished(WebSocketSession session) throws IOException {
			session.close(CloseStatus.SERVICE_OVERLOAD);
		}

	}

}
