package com.acme.orders;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What an application loads at run time and unloads again. */
public final class Plugin implements Consumer<ScheduledExecutorService> {

	@Override
	public void accept(ScheduledExecutorService scheduler) {
		for (int i = 0; i < 20; i++) {
			scheduler.schedule(() -> {
			}, 0, TimeUnit.SECONDS);
			scheduler.schedule(() -> "value", 0, TimeUnit.SECONDS);
			scheduler.submit(new Work());
			scheduler.scheduleAtFixedRate(new Work(), 1, 1, TimeUnit.HOURS).cancel(false);
		}
	}

	/** A task of a class with a name. */
	private static final class Work implements Runnable {

		@Override
		public void run() {
			// nothing to do
		}

	}

}
