package com.acme.matrix.servlet;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

import jakarta.annotation.PreDestroy;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** The scheduler, for endpoints that the container makes. */
@Component
class Pulse {

	private static volatile TaskScheduler scheduler;

	Pulse(TaskScheduler taskScheduler) {
		scheduler = taskScheduler;
	}

	static TaskScheduler scheduler() {
		return scheduler;
	}

	static ScheduledFuture<?> every(Duration period, Runnable task) {
		return scheduler.scheduleAtFixedRate(task, period);
	}

	@PreDestroy
	void letGo() {
		scheduler = null;
	}

}
