package com.acme.orders;

/** Lets somebody else schedule on its behalf. */
public final class ReminderService {

	private final Reminders reminders;

	public ReminderService(Reminders reminders) {
		this.reminders = reminders;
	}

	public void every(Runnable task) {
		this.reminders.every(task);
	}

	public void once(Runnable task) {
		this.reminders.busy(task);
	}

}
