package com.acme.findings;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/** An application's code that schedules more than it ends. */
public final class Shop {

	private final ScheduledExecutorService scheduler;

	public Shop(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
	}

	public ScheduledFuture<?> remind() {
		return this.scheduler.schedule(Shop::work, 1, TimeUnit.HOURS);
	}

	public ScheduledFuture<?> report(ApplicationContext tenant) {
		return this.scheduler.schedule(() -> tenant.getDisplayName(), 1, TimeUnit.HOURS);
	}

	public ScheduledFuture<?> fail() {
		return this.scheduler.scheduleAtFixedRate(() -> {
			throw new IllegalStateException("out of stock");
		}, 0, 1, TimeUnit.HOURS);
	}

	public static ScheduledFuture<?> remindOn(TaskScheduler scheduler) {
		return scheduler.schedule(Shop::work, Instant.now().plusSeconds(3600));
	}

	/** Holds a thread until somebody lets go. */
	public static void hold(TaskScheduler scheduler, CountDownLatch over) {
		scheduler.schedule(() -> await(over), Instant.now());
	}

	/** As long, and nobody minds. */
	public static void patiently(TaskScheduler scheduler, CountDownLatch over) {
		scheduler.schedule(() -> await(over), Instant.now());
	}

	public static void once(TaskScheduler scheduler) {
		scheduler.schedule(Shop::work, Instant.now());
	}

	/** Its trigger knows one time and then no more. */
	public static void onBrokenTrigger(TaskScheduler scheduler) {
		AtomicBoolean asked = new AtomicBoolean();
		scheduler.schedule(Shop::work, (Trigger) (context) -> {
			if (asked.getAndSet(true)) {
				throw new IllegalStateException("no time");
			}
			return Instant.now();
		});
	}

	private static void await(CountDownLatch over) {
		try {
			over.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void work() {
	}

}
