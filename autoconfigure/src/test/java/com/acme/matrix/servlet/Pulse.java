package com.acme.matrix.servlet;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.PreDestroy;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** The scheduler, for endpoints that the container makes. */
@Component
class Pulse {

	private static final AtomicReference<TaskScheduler> SCHEDULER = new AtomicReference<>();

	Pulse(TaskScheduler taskScheduler) {
		SCHEDULER.set(taskScheduler);
	}

	static TaskScheduler scheduler() {
		return SCHEDULER.get();
	}

	static ScheduledFuture<?> every(Duration period, Runnable task) {
		return SCHEDULER.get().scheduleAtFixedRate(task, period);
	}

	@PreDestroy
	void letGo() {
		SCHEDULER.set(null);
	}

}
