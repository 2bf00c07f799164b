package com.acme.beans;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Async;

/** Schedules on a thread that is not its caller's. */
public class Mail {

	private final TaskScheduler scheduler;

	public Mail(TaskScheduler taskScheduler) {
		this.scheduler = taskScheduler;
	}

	@Async
	public CompletableFuture<Void> sendLater() {
		this.scheduler.schedule(() -> {
		}, Instant.now().plus(Duration.ofHours(1)));
		return CompletableFuture.completedFuture(null);
	}

}
