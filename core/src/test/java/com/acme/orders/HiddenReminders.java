package com.acme.orders;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Schedules as a script does: from a class that nobody finds by its name. */
public final class HiddenReminders implements Consumer<ScheduledExecutorService> {

	@Override
	public void accept(ScheduledExecutorService scheduler) {
		scheduler.scheduleAtFixedRate(new Reminders.Reminder(), 1, 1, TimeUnit.HOURS);
	}

	/** Lets a new class each time schedule. */
	@SuppressWarnings("unchecked")
	public static void run(ScheduledExecutorService scheduler) throws IOException, ReflectiveOperationException {
		try (InputStream bytes = HiddenReminders.class.getResourceAsStream("HiddenReminders.class")) {
			Class<?> hidden = MethodHandles.lookup().defineHiddenClass(bytes.readAllBytes(), true).lookupClass();
			((Consumer<ScheduledExecutorService>) hidden.getDeclaredConstructor().newInstance()).accept(scheduler);
		}
	}

}
