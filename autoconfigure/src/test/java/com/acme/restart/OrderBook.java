package com.acme.restart;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.DisposableBean;

/** Schedules, also beside every bean. */
final class OrderBook implements DisposableBean {

	private final ScheduledExecutorService scheduler;

	private final boolean careful;

	private final Timer carts = new Timer("cart-timer", true);

	private final ScheduledFuture<?> reminder;

	OrderBook(ScheduledExecutorService scheduler, boolean careful) {
		this.scheduler = scheduler;
		this.careful = careful;
		this.reminder = remind();
		this.carts.schedule(new TimerTask() {

			@Override
			public void run() {
			}

		}, TimeUnit.HOURS.toMillis(1));
	}

	private ScheduledFuture<?> remind() {
		return this.scheduler.scheduleAtFixedRate(OrderBook::work, 1, 1, TimeUnit.HOURS);
	}

	@Override
	public void destroy() {
		if (this.careful) {
			this.reminder.cancel(false);
			this.scheduler.shutdownNow();
			this.carts.cancel();
		}
	}

	private static void work() {
	}

}
