package com.acme.matrix.servlet;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import org.springframework.context.event.EventListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Controller;
import org.springframework.web.socket.messaging.SessionDisconnectEvent;

/** Answers STOMP messages. */
@Controller
class Rooms {

	private final TaskScheduler scheduler;

	private final Map<String, ScheduledFuture<?>> typing = new ConcurrentHashMap<>();

	Rooms(TaskScheduler taskScheduler) {
		this.scheduler = taskScheduler;
	}

	@MessageMapping("/leaking")
	@SendTo("/topic/answers")
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leak
	String leaking() {
		this.scheduler.scheduleAtFixedRate(() -> {
		}, Duration.ofHours(1));
		return "ok";
	}

	@MessageMapping("/careful")
	@SendTo("/topic/answers")
	String careful(@Header("simpSessionId") String sessionId) {
		this.typing.put(sessionId, this.scheduler.scheduleAtFixedRate(() -> {
		}, Duration.ofHours(1)));
		return "ok";
	}

	@EventListener
	void left(SessionDisconnectEvent event) {
		ScheduledFuture<?> typing = this.typing.remove(event.getSessionId());
		if (typing != null) {
			typing.cancel(false);
		}
	}

}
