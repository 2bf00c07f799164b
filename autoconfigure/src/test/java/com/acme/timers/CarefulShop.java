package com.acme.timers;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Makes timers by hand, and ends them. */
class CarefulShop {

	private final ScheduledExecutorService made = Executors.newScheduledThreadPool(1, CarefulShop::daemon);

	private final ScheduledThreadPoolExecutor constructed = new ScheduledThreadPoolExecutor(1, CarefulShop::daemon);

	private final Timer timer = new Timer("careful", true);

	private final Disposable interval = Flux.interval(Duration.ofHours(1)).subscribe();

	CarefulShop() {
		this.made.scheduleAtFixedRate(CarefulShop::nothing, 1, 1, TimeUnit.HOURS);
		this.constructed.scheduleWithFixedDelay(CarefulShop::nothing, 1, 1, TimeUnit.HOURS);
		this.timer.schedule(new TimerTask() {

			@Override
			public void run() {
				nothing();
			}

		}, 3_600_000, 3_600_000);
	}

	@PreDestroy
	void close() {
		this.made.shutdownNow();
		this.constructed.shutdownNow();
		this.timer.cancel();
		this.interval.dispose();
	}

	static Thread daemon(Runnable work) {
		Thread thread = new Thread(work);
		thread.setDaemon(true);
		return thread;
	}

	private static void nothing() {
	}

}
