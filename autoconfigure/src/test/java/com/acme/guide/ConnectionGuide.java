package com.acme.guide;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

import io.timerscope.scope.TaskScopes;
import io.timerscope.websocket.SessionOwners;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** What docs/choosing.md shows of connections. */
public class ConnectionGuide extends TextWebSocketHandler {

	private final TaskScheduler taskScheduler;

	private final TaskScopes scopes;

	private ScheduledFuture<?> heartbeat;

	public ConnectionGuide(TaskScheduler taskScheduler, TaskScopes scopes) {
		this.taskScheduler = taskScheduler;
		this.scopes = scopes;
	}

	public void trap(WebSocketSession session) {
		this.heartbeat = this.taskScheduler.scheduleAtFixedRate(() -> ping(session), Duration.ofSeconds(20));
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		this.scopes.session(session).every(Duration.ofSeconds(20), () -> ping(session));
	}

	public void happyPath() {
		this.heartbeat.cancel(false);
	}

	public static void register(WebSocketHandlerRegistry registry, SessionOwners sessionOwners) {
		registry.addHandler(sessionOwners.decorate(new TickerHandler()), "/ticker");
	}

	private void ping(WebSocketSession session) {
	}

	private static final class TickerHandler extends TextWebSocketHandler {

	}

}
