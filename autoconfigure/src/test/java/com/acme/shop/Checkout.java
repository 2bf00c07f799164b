package com.acme.shop;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * An application that schedules from several places, some of them deep.
 */
public final class Checkout {

	private final ScheduledExecutorService scheduler;

	private final Reminders reminders;

	public Checkout(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
		this.reminders = new Reminders(scheduler);
	}

	public void placeOrder() {
		reserveStock();
		this.reminders.remindOfPayment();
	}

	public void abandonCart() {
		this.reminders.remindOfCart();
	}

	public void streamPrices() {
		this.scheduler.scheduleAtFixedRate(Checkout::nothing, 1, 2, TimeUnit.DAYS);
	}

	private void reserveStock() {
		this.scheduler.schedule(Checkout::nothing, 15, TimeUnit.DAYS);
	}

	static void nothing() {
	}

	private static final class Reminders {

		private final ScheduledExecutorService scheduler;

		Reminders(ScheduledExecutorService scheduler) {
			this.scheduler = scheduler;
		}

		void remindOfPayment() {
			remind(3);
		}

		void remindOfCart() {
			remind(7);
		}

		private void remind(int days) {
			this.scheduler.scheduleWithFixedDelay(Checkout::nothing, days, days, TimeUnit.DAYS);
		}

	}

}
