package com.acme.sockets;

import java.time.Duration;
import java.time.Instant;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Leaks a task with each session. */
class PriceSocket extends TextWebSocketHandler {

	private final TaskScheduler scheduler;

	PriceSocket(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leak
	public void afterConnectionEstablished(WebSocketSession session) {
		this.scheduler.scheduleAtFixedRate(session::isOpen, Instant.now().plusSeconds(3600), Duration.ofHours(1));
	}

}
