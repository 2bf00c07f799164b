package com.acme.metrics;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Application code that schedules. */
public final class Orders {

	private Orders() {
	}

	public static ScheduledFuture<?> remind(ScheduledExecutorService scheduler) {
		return scheduler.scheduleAtFixedRate(() -> {
		}, 1, 1, TimeUnit.HOURS);
	}

}
