package com.acme.observation;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Application code whose runs are observed. */
public final class Deliveries {

	/** Where {@link #later} schedules. */
	public static final String LATER = "com.acme.observation.Deliveries.later(Deliveries.java:20)";

	private final ScheduledExecutorService scheduler;

	public Deliveries(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
	}

	public ScheduledFuture<?> later(Runnable delivery) {
		return this.scheduler.schedule(delivery, 1, TimeUnit.MILLISECONDS);
	}

	public ScheduledFuture<?> every(Runnable delivery) {
		return this.scheduler.scheduleAtFixedRate(delivery, 1, 1, TimeUnit.MILLISECONDS);
	}

}
