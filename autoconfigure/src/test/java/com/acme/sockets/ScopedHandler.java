package com.acme.sockets;

import java.time.Duration;

import io.timerscope.scope.TaskScopes;

import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Lets its heartbeats end with the session. */
public class ScopedHandler extends TextWebSocketHandler {

	private final TaskScopes scopes;

	public ScopedHandler(TaskScopes scopes) {
		this.scopes = scopes;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		this.scopes.session(session).every(Duration.ofHours(1), () -> {
		});
	}

}
