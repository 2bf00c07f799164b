package com.acme.beans;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;

import org.springframework.scheduling.TaskScheduler;

/** Starts a heartbeat with itself, and stops it if it is careful. */
public class Heartbeat {

	private static final Duration LONG = Duration.ofHours(1);

	private final TaskScheduler scheduler;

	private final boolean careful;

	private ScheduledFuture<?> heartbeat;

	public Heartbeat(TaskScheduler scheduler, boolean careful) {
		this.scheduler = scheduler;
		this.careful = careful;
	}

	@PostConstruct
	public void start() {
		this.heartbeat = this.scheduler.scheduleAtFixedRate(this::beat, Instant.now().plus(LONG), LONG);
	}

	@PreDestroy
	public void stop() {
		if (this.careful) {
			this.heartbeat.cancel(false);
		}
	}

	private void beat() {
	}

}
