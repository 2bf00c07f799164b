package com.acme.matrix.servlet;

import java.time.Duration;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Forgets its heartbeats. */
class LeakingSockJsHandler extends TextWebSocketHandler {

	private final TaskScheduler scheduler;

	LeakingSockJsHandler(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leak
	public void afterConnectionEstablished(WebSocketSession session) {
		this.scheduler.scheduleAtFixedRate(() -> session.isOpen(), Duration.ofHours(1));
	}

}
