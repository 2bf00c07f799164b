package io.timerscope.sample.soak;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Greets each guest until the guest has left. */
@Component
@Profile("soak")
class CarefulRoom extends TextWebSocketHandler {

	private static final Logger LOGGER = LoggerFactory.getLogger(CarefulRoom.class);

	private final Map<String, List<Future<?>>> tasks = new ConcurrentHashMap<>();

	private final TaskScheduler scheduler;

	CarefulRoom(TaskScheduler taskScheduler) {
		this.scheduler = taskScheduler;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		this.tasks.computeIfAbsent(session.getId(), (id) -> welcome(session));
	}

	private List<Future<?>> welcome(WebSocketSession session) {
		return List.of(this.scheduler.scheduleAtFixedRate(() -> greet(session), Duration.ofMillis(200)),
				this.scheduler.schedule(() -> close(session), Instant.now().plus(Duration.ofHours(5))));
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		List<Future<?>> tasks = this.tasks.remove(session.getId());
		if (tasks != null) {
			tasks.forEach((task) -> task.cancel(false));
		}
	}

	private void greet(WebSocketSession session) {
		try {
			session.sendMessage(new TextMessage("good day"));
		}
		catch (IOException | IllegalStateException ex) {
			LOGGER.debug("The guest has left", ex);
		}
	}

	private void close(WebSocketSession session) {
		try {
			session.close();
		}
		catch (IOException ex) {
			LOGGER.debug("The guest has left", ex);
		}
	}

}
