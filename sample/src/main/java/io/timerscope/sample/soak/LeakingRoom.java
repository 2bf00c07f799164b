package io.timerscope.sample.soak;

import java.io.IOException;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Goes on to greet guests who have left. */
@Component
@Profile("soak")
class LeakingRoom extends TextWebSocketHandler {

	private static final Logger LOGGER = LoggerFactory.getLogger(LeakingRoom.class);

	private final TaskScheduler scheduler;

	LeakingRoom(TaskScheduler taskScheduler) {
		this.scheduler = taskScheduler;
	}

	@Override
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leak
	public void afterConnectionEstablished(WebSocketSession session) {
		this.scheduler.scheduleAtFixedRate(() -> greet(session), Duration.ofSeconds(1));
	}

	private void greet(WebSocketSession session) {
		try {
			session.sendMessage(new TextMessage("good day"));
		}
		catch (IOException | IllegalStateException ex) {
			LOGGER.debug("The guest has left", ex);
		}
	}

}
