package com.acme.orders;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One class of tasks and several lines that schedule it. */
public final class Reminders {

	private final ScheduledExecutorService scheduler;

	public Reminders(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
	}

	public void busy(Runnable reminder) {
		this.scheduler.schedule(reminder, 1, TimeUnit.HOURS);
	}

	public void rare(Runnable reminder) {
		this.scheduler.schedule(reminder, 1, TimeUnit.HOURS);
	}

	public void every(Runnable reminder) {
		this.scheduler.scheduleAtFixedRate(reminder, 1, 1, TimeUnit.HOURS);
	}

	public void everyOther(Runnable reminder) {
		this.scheduler.scheduleAtFixedRate(reminder, 1, 1, TimeUnit.HOURS);
	}

	public void own() {
		this.scheduler.schedule(() -> {
		}, 1, TimeUnit.HOURS);
	}

	/** A task that has a name. */
	public static final class Reminder implements Runnable {

		@Override
		public void run() {
		}

	}

}
