package com.acme.programs.leaking;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.timerscope.websocket.SessionOwners;
import jakarta.websocket.Session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeHandler;

/**
 * Tasks that go on with a WebSocket session that is closed, in every way to write one.
 * All futures are kept.
 */
@SuppressWarnings("PeriodicTaskInRequest") // the leak
class StaleSessions extends TextWebSocketHandler {

	private static final Duration HOUR = Duration.ofHours(1);

	private final TaskScheduler scheduler;

	private final ScheduledExecutorService jobs;

	private final List<Future<?>> kept = new ArrayList<>();

	StaleSessions(TaskScheduler scheduler, ScheduledExecutorService jobs) {
		this.scheduler = scheduler;
		this.jobs = jobs;
	}

	@Override
	protected synchronized void handleTextMessage(WebSocketSession session, TextMessage message) {
		switch (message.getPayload()) {
			case "lambda" -> lambda(session);
			case "methodReference" -> methodReference(session);
			case "anonymousClass" -> anonymousClass(session);
			case "finalField" -> finalField(session);
			case "privateField" -> privateField(session);
			case "record" -> record(session);
			case "oneLevelDown" -> oneLevelDown(session);
			case "decorated" -> decorated(session);
			case "oneShot" -> oneShot(session);
			case "cron" -> cron(session);
			case "concurrent" -> concurrent(session);
			case "nativeSession" -> nativeSession(((NativeWebSocketSession) session).getNativeSession(Session.class));
			case "onExecutor" -> onExecutor(session);
			default -> throw new IllegalArgumentException(message.getPayload());
		}
	}

	private void lambda(WebSocketSession session) {
		this.kept.add(this.scheduler.scheduleAtFixedRate(() -> ping(session), HOUR));
	}

	private void methodReference(WebSocketSession session) {
		this.kept.add(this.scheduler.scheduleWithFixedDelay(session::isOpen, HOUR));
	}

	private void anonymousClass(WebSocketSession session) {
		this.kept.add(this.scheduler.scheduleAtFixedRate(new Runnable() {

			@Override
			public void run() {
				ping(session);
			}

		}, HOUR));
	}

	private void finalField(WebSocketSession session) {
		this.kept.add(this.scheduler.scheduleAtFixedRate(new FinalField(session), HOUR));
	}

	private void privateField(WebSocketSession session) {
		this.kept.add(this.scheduler.scheduleAtFixedRate(new PrivateField(session), HOUR));
	}

	private void record(WebSocketSession session) {
		this.kept.add(this.scheduler.scheduleAtFixedRate(new PingRecord(session), HOUR));
	}

	private void oneLevelDown(WebSocketSession session) {
		Player player = new Player("Alice", session);
		this.kept.add(this.scheduler.scheduleAtFixedRate(() -> ping(player.session()), HOUR));
	}

	private void decorated(WebSocketSession session) {
		this.kept.add(this.scheduler.scheduleAtFixedRate(logged(() -> ping(session)), HOUR));
	}

	private void oneShot(WebSocketSession session) {
		this.kept.add(this.scheduler.schedule(() -> ping(session), Instant.now().plus(HOUR)));
	}

	private void cron(WebSocketSession session) {
		this.kept.add(this.scheduler.schedule(() -> ping(session), new CronTrigger("0 0 3 1 1 *")));
	}

	private void concurrent(WebSocketSession session) {
		WebSocketSession safe = new ConcurrentWebSocketSessionDecorator(session, 1000, 1000);
		this.kept.add(this.scheduler.scheduleAtFixedRate(() -> ping(safe), HOUR));
	}

	private void nativeSession(Session session) {
		this.kept.add(this.scheduler.scheduleAtFixedRate(() -> session.getAsyncRemote().setSendTimeout(1000), HOUR));
	}

	private void onExecutor(WebSocketSession session) {
		this.kept.add(this.jobs.schedule(() -> {
			ping(session);
			return session.getId();
		}, 1, TimeUnit.HOURS));
	}

	private static Runnable logged(Runnable task) {
		return () -> {
			try {
				task.run();
			}
			catch (RuntimeException ex) {
				System.getLogger("heartbeat").log(System.Logger.Level.WARNING, "no heartbeat", ex);
			}
		};
	}

	private static void ping(WebSocketSession session) {
		try {
			session.sendMessage(new PingMessage());
		}
		catch (IOException | IllegalStateException ex) {
			// the client has left
		}
	}

	private static final class FinalField implements Runnable {

		private final WebSocketSession session;

		FinalField(WebSocketSession session) {
			this.session = session;
		}

		@Override
		public void run() {
			ping(this.session);
		}

	}

	@SuppressWarnings("FieldMayBeFinal")
	private static final class PrivateField implements Runnable {

		private WebSocketSession session;

		private int pings;

		PrivateField(WebSocketSession session) {
			this.session = session;
		}

		@Override
		public void run() {
			this.pings++;
			ping(this.session);
		}

	}

	private record PingRecord(WebSocketSession session) implements Runnable {

		@Override
		public void run() {
			ping(this.session);
		}

	}

	private record Player(String name, WebSocketSession session) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Registration {

		@Bean
		WebSocketConfigurer leakingHandlers(TaskScheduler taskScheduler, ScheduledExecutorService jobs,
				SessionOwners owners, HandshakeHandler handshakes) {
			return (registry) -> registry.addHandler(owners.decorate(new StaleSessions(taskScheduler, jobs)), "/stale")
				.addHandler(owners.decorate(new PilingSessions(taskScheduler)), "/piling")
				.addHandler(owners.decorate(new LateStart(taskScheduler)), "/late-start")
				.addHandler(new UndecoratedHandler(taskScheduler), "/undecorated")
				.setHandshakeHandler(handshakes);
		}

	}

}
