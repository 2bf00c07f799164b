package com.acme.programs.leaking;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Statistics for each session, in a map that nobody empties. */
@SuppressWarnings("PeriodicTaskInRequest") // the leak
class PilingSessions extends TextWebSocketHandler {

	private final TaskScheduler scheduler;

	private final Map<String, ScheduledFuture<?>> statistics = new ConcurrentHashMap<>();

	PilingSessions(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		String user = session.getId();
		this.statistics.put(user, this.scheduler.scheduleAtFixedRate(() -> count(user), Duration.ofHours(1)));
	}

	private void count(String user) {
	}

}
