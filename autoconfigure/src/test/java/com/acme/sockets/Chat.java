package com.acme.sockets;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import org.springframework.context.event.EventListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Controller;
import org.springframework.web.socket.messaging.SessionDisconnectEvent;

/** Answers STOMP messages; the careful ones end with their session. */
@Controller
public class Chat {

	private final TaskScheduler scheduler;

	private final Map<String, ScheduledFuture<?>> careful = new ConcurrentHashMap<>();

	public Chat(TaskScheduler taskScheduler) {
		this.scheduler = taskScheduler;
	}

	@MessageMapping("/leaky")
	public void leaky() {
		remindLater();
	}

	@MessageMapping("/careful")
	public void careful(@Header("simpSessionId") String sessionId) {
		this.careful.put(sessionId, remindLater());
	}

	@EventListener
	public void left(SessionDisconnectEvent event) {
		ScheduledFuture<?> reminder = this.careful.remove(event.getSessionId());
		if (reminder != null) {
			reminder.cancel(false);
		}
	}

	private ScheduledFuture<?> remindLater() {
		return this.scheduler.schedule(() -> {
		}, Instant.now().plus(Duration.ofHours(1)));
	}

}
