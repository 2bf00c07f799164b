package com.acme.finding;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.timerscope.ApplicationLifetime;

/** An application's work, each method one line that schedules. */
public final class Jobs {

	private final ScheduledExecutorService scheduler;

	private final Consumer<ScheduledFuture<?>> futures;

	/** Keeps no future. */
	public Jobs(ScheduledExecutorService scheduler) {
		this(scheduler, (future) -> {
		});
	}

	/** Hands each future that a caller gets to somebody who may keep it. */
	public Jobs(ScheduledExecutorService scheduler, Consumer<ScheduledFuture<?>> futures) {
		this.scheduler = scheduler;
		this.futures = futures;
	}

	public ScheduledFuture<?> everyHour(Runnable task) {
		return kept(this.scheduler.scheduleAtFixedRate(task, 1, 1, TimeUnit.HOURS));
	}

	public ScheduledFuture<?> atOnceAndEveryHour(Runnable task) {
		return kept(this.scheduler.scheduleAtFixedRate(task, 0, 1, TimeUnit.HOURS));
	}

	public ScheduledFuture<?> inAnHour(Runnable task) {
		return kept(this.scheduler.schedule(task, 1, TimeUnit.HOURS));
	}

	public ScheduledFuture<?> soon(Runnable task) {
		return kept(this.scheduler.schedule(task, 20, TimeUnit.SECONDS));
	}

	public void now(Runnable task) {
		this.scheduler.execute(task);
	}

	public void atTwoLines(Runnable task) {
		this.scheduler.schedule(task, 1, TimeUnit.HOURS);
		this.scheduler.schedule(task, 1, TimeUnit.HOURS);
	}

	/** Schedules as it is told to. */
	public static void given(Runnable call) {
		call.run();
	}

	@ApplicationLifetime("heartbeat of the process")
	public void heartbeat(Runnable task) {
		this.scheduler.scheduleAtFixedRate(task, 1, 1, TimeUnit.HOURS);
	}

	private ScheduledFuture<?> kept(ScheduledFuture<?> future) {
		this.futures.accept(future);
		return future;
	}

}
