package com.acme.beans;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

import org.springframework.scheduling.TaskScheduler;

/** Schedules while it is in an HTTP session. */
public class SessionCart {

	private final TaskScheduler scheduler;

	private ScheduledFuture<?> reminder;

	/** For the proxy in front of the session's own. */
	protected SessionCart() {
		this(null);
	}

	public SessionCart(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	public void remind() {
		this.reminder = this.scheduler.scheduleAtFixedRate(() -> {
		}, Duration.ofHours(1));
	}

	public boolean isReminding() {
		return this.reminder != null;
	}

}
