package com.acme.programs.leaking;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Is careful, but begins once more after the end: its own close was too early. */
class LateStart extends TextWebSocketHandler {

	private final TaskScheduler scheduler;

	private final Map<String, ScheduledFuture<?>> pings = new ConcurrentHashMap<>();

	LateStart(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		start(session);
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		this.pings.remove(session.getId()).cancel(false);
		start(session);
	}

	private void start(WebSocketSession session) {
		this.pings.put(session.getId(),
				this.scheduler.scheduleAtFixedRate(() -> session.isOpen(), Duration.ofHours(1)));
	}

}
