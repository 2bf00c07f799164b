package com.acme.sockets;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Sends heartbeats, and stops them if it is careful. */
public class HeartbeatHandler extends TextWebSocketHandler {

	private static final Duration LONG = Duration.ofHours(1);

	private final TaskScheduler scheduler;

	private final boolean careful;

	private final Map<String, ScheduledFuture<?>> heartbeats = new ConcurrentHashMap<>();

	public HeartbeatHandler(TaskScheduler scheduler, boolean careful) {
		this.scheduler = scheduler;
		this.careful = careful;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		this.heartbeats.put(session.getId(),
				this.scheduler.scheduleAtFixedRate(session::isOpen, Instant.now().plus(LONG), LONG));
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		if (this.careful) {
			this.heartbeats.remove(session.getId()).cancel(false);
		}
	}

}
