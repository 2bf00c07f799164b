package com.acme.orders;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * An application's class: schedules and forgets.
 */
public final class OrderController {

	/** Where {@link #place} schedules. */
	public static final String PLACE = "com.acme.orders.OrderController.place(OrderController.java:22)";

	private final ScheduledExecutorService scheduler;

	public OrderController(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
	}

	public ScheduledFuture<?> place() {
		return this.scheduler.scheduleAtFixedRate(new Order()::remind, 1, 30, TimeUnit.DAYS);
	}

	public ScheduledFuture<?> remind() {
		return this.scheduler.schedule(OrderController::ping, 2, TimeUnit.DAYS);
	}

	public ScheduledFuture<?> at(Runnable task, long millis) {
		return this.scheduler.schedule(task, millis, TimeUnit.MILLISECONDS);
	}

	private static void ping() {
	}

	/** What a reminder is for. */
	public static final class Order {

		void remind() {
		}

	}

}
