package com.acme.orders;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that asks again and again, each time by a task that schedules the next. */
public final class Poller {

	private final ScheduledExecutorService scheduler;

	private final AtomicInteger polls = new AtomicInteger();

	private volatile boolean slow;

	public Poller(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
	}

	/** The first poll is scheduled by another line than all others. */
	public void start() {
		this.scheduler.schedule(() -> poll(), 0, TimeUnit.SECONDS);
	}

	private void poll() {
		this.polls.incrementAndGet();
		this.scheduler.schedule(this::poll, this.slow ? TimeUnit.HOURS.toMillis(1) : 1, TimeUnit.MILLISECONDS);
	}

	/** A job that gives other work to do. */
	public void heartbeat() {
		this.scheduler.scheduleAtFixedRate(
				() -> this.scheduler.schedule(this.polls::incrementAndGet, 1, TimeUnit.HOURS), 0, 1, TimeUnit.HOURS);
	}

	/** From the next poll on there is an hour in between. */
	public void slowDown() {
		this.slow = true;
	}

	public int polls() {
		return this.polls.get();
	}

}
