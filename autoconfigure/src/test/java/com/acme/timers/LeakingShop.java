package com.acme.timers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import reactor.core.publisher.Flux;

/** Makes timers by hand, and forgets them. */
class LeakingShop {

	/** As long as somebody holds them, their tasks go on. */
	private static final List<Object> FORGOTTEN = new ArrayList<>();

	LeakingShop() {
		byFactory();
		byConstructor();
		byTimer();
		byReactor();
	}

	static int timers() {
		return 4;
	}

	private void byFactory() {
		ScheduledExecutorService pool = Executors.newScheduledThreadPool(1, CarefulShop::daemon);
		pool.scheduleAtFixedRate(LeakingShop::nothing, 1, 1, TimeUnit.HOURS);
		FORGOTTEN.add(pool);
	}

	private void byConstructor() {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, CarefulShop::daemon);
		pool.scheduleWithFixedDelay(LeakingShop::nothing, 1, 1, TimeUnit.HOURS);
		FORGOTTEN.add(pool);
	}

	private void byTimer() {
		Timer timer = new Timer("leaking", true);
		timer.schedule(new TimerTask() {

			@Override
			public void run() {
				nothing();
			}

		}, 3_600_000, 3_600_000);
		FORGOTTEN.add(timer);
	}

	private void byReactor() {
		FORGOTTEN.add(Flux.interval(Duration.ofHours(1)).subscribe());
	}

	private static void nothing() {
	}

}
