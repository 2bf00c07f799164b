package com.acme.sockets;

import java.time.Duration;
import java.time.Instant;

import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Controller;

/** Leaks a task with each message. */
@Controller
class PriceMessages {

	private final TaskScheduler taskScheduler;

	PriceMessages(TaskScheduler taskScheduler) {
		this.taskScheduler = taskScheduler;
	}

	@MessageMapping("/watch")
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leak
	void watch(String product) {
		this.taskScheduler.scheduleAtFixedRate(Thread::yield, Instant.now().plusSeconds(3600), Duration.ofHours(1));
	}

}
