package com.acme.sockets;

import java.time.Duration;
import java.time.Instant;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Leaks a task with each session. */
class PriceSocket extends TextWebSocketHandler {

	private final ObjectProvider<TaskScheduler> schedulers;

	PriceSocket(ObjectProvider<TaskScheduler> schedulers) {
		this.schedulers = schedulers;
	}

	@Override
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leak
	public void afterConnectionEstablished(WebSocketSession session) {
		this.schedulers.getObject()
			.scheduleAtFixedRate(session::isOpen, Instant.now().plusSeconds(3600), Duration.ofHours(1));
	}

}
