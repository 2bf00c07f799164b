package com.acme.programs.leaking;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** A handler that was registered as most examples have it, and forgets to cancel. */
@SuppressWarnings("PeriodicTaskInRequest") // the leak
class UndecoratedHandler extends TextWebSocketHandler {

	private final TaskScheduler scheduler;

	private final Map<String, ScheduledFuture<?>> pings = new ConcurrentHashMap<>();

	UndecoratedHandler(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		this.pings.put(session.getId(),
				this.scheduler.scheduleAtFixedRate(() -> session.isOpen(), Duration.ofHours(1)));
	}

}
