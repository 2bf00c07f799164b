package com.acme.matrix.servlet;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Ends its heartbeats with their sessions. */
class CarefulHandler extends TextWebSocketHandler {

	private final TaskScheduler scheduler;

	private final Map<String, ScheduledFuture<?>> heartbeats = new ConcurrentHashMap<>();

	CarefulHandler(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		this.heartbeats.put(session.getId(),
				this.scheduler.scheduleAtFixedRate(() -> session.isOpen(), Duration.ofHours(1)));
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		this.heartbeats.remove(session.getId()).cancel(false);
	}

}
