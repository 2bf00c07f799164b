package com.acme.others;

import java.time.Duration;
import java.time.Instant;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.event.TransactionalEventListener;

/** Listens to events on the thread of the request that tells of them. */
public class Listeners {

	private static final Duration LONG = Duration.ofHours(1);

	private final TaskScheduler scheduler;

	public Listeners(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@EventListener
	public void ordered(Integer order) {
		this.scheduler.schedule(() -> {
		}, Instant.now().plus(LONG));
	}

	@TransactionalEventListener(fallbackExecution = true)
	public void committed(Integer order) {
		this.scheduler.schedule(() -> {
		}, Instant.now().plus(LONG));
	}

}
