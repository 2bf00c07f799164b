package com.acme.handmade;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A bean that makes a pool and a timer by hand, and uses them while it is made. */
class Kitchen {

	final CountDownLatch ran = new CountDownLatch(2);

	final ScheduledThreadPoolExecutor oven = new ScheduledThreadPoolExecutor(1, (task) -> {
		Thread thread = new Thread(task, "oven");
		thread.setDaemon(true);
		return thread;
	});

	final Timer clock = new Timer("clock", true);

	final TimerTask tick = new TimerTask() {

		@Override
		public void run() {
			Kitchen.this.ran.countDown();
		}

	};

	Kitchen() {
		this.oven.scheduleWithFixedDelay(this.ran::countDown, 0, 1, TimeUnit.HOURS);
		this.clock.schedule(this.tick, 0, 3_600_000);
	}

}
