package org.springframework.samples.clinic;

import java.time.Duration;
import java.time.Instant;

import org.springframework.scheduling.TaskScheduler;

/** Code of an application whose packages begin as Spring's do. */
public class Visits {

	private final TaskScheduler scheduler;

	public Visits(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	public void remind() {
		this.scheduler.schedule(() -> {
		}, Instant.now().plus(Duration.ofHours(1)));
	}

	public void check() {
		this.scheduler.schedule(() -> {
		}, Instant.now().plus(Duration.ofHours(1)));
	}

}
