package com.acme.schedulers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.support.CronTrigger;

/** A scheduler of the application's own, which looks closely at what it is given. */
public class CuriousScheduler implements TaskScheduler, AutoCloseable {

	private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);

	private final List<String> seen = new ArrayList<>();

	public List<String> seen() {
		return this.seen;
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
		look(task);
		this.seen
			.add((trigger instanceof CronTrigger cron) ? cron.getExpression() : trigger.getClass().getSimpleName());
		return this.pool.schedule(task, 1, TimeUnit.HOURS);
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
		look(task);
		return this.pool.schedule(task, 1, TimeUnit.HOURS);
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
		throw new UnsupportedOperationException("no rates here");
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
		return null;
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
		return this.pool.scheduleWithFixedDelay(task, 0, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
		return this.pool.scheduleWithFixedDelay(task, 0, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	private void look(Runnable task) {
		if (task instanceof NamedTask named) {
			this.seen.add(named.name());
		}
	}

	@Override
	public void close() {
		this.pool.shutdownNow();
	}

}
