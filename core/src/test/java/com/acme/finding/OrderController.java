package com.acme.finding;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Schedules what its requests leave behind. */
public final class OrderController {

	private final ScheduledExecutorService scheduler;

	public OrderController(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
	}

	public ScheduledFuture<?> place() {
		return this.scheduler.scheduleAtFixedRate(OrderController::remind, 1, 1, TimeUnit.HOURS);
	}

	public ScheduledFuture<?> follow() {
		return this.scheduler.scheduleWithFixedDelay(OrderController::remind, 1, 1, TimeUnit.HOURS);
	}

	public ScheduledFuture<?> expire() {
		return this.scheduler.schedule(OrderController::remind, 1, TimeUnit.HOURS);
	}

	public ScheduledFuture<?> later(Runnable work) {
		return this.scheduler.schedule(work, 1, TimeUnit.HOURS);
	}

	private static void remind() {
	}

}
