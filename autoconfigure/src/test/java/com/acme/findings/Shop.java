package com.acme.findings;

import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.TaskScheduler;

/** An application's code that schedules more than it ends. */
public final class Shop {

	private final ScheduledExecutorService scheduler;

	public Shop(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
	}

	public ScheduledFuture<?> remind() {
		return this.scheduler.schedule(Shop::work, 1, TimeUnit.HOURS);
	}

	public ScheduledFuture<?> fail() {
		return this.scheduler.scheduleAtFixedRate(() -> {
			throw new IllegalStateException("out of stock");
		}, 0, 1, TimeUnit.HOURS);
	}

	public static ScheduledFuture<?> remindOn(TaskScheduler scheduler) {
		return scheduler.schedule(Shop::work, Instant.now().plusSeconds(3600));
	}

	private static void work() {
	}

}
