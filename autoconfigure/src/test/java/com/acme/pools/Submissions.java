package com.acme.pools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Beans that have timers of their own, each in another place, and end them. */
public final class Submissions {

	private Submissions() {
	}

	private static void work() {
	}

	private static ScheduledExecutorService begun(ScheduledExecutorService pool) {
		pool.schedule(Submissions::work, 1, TimeUnit.HOURS);
		return pool;
	}

	private static Timer begun(Timer timer) {
		timer.schedule(new TimerTask() {

			@Override
			public void run() {
			}

		}, TimeUnit.HOURS.toMillis(1));
		return timer;
	}

	/** An executor in a field; its threads are named by a literal. */
	public static class InField implements DisposableBean {

		private final ScheduledExecutorService delays = begun(
				new ScheduledThreadPoolExecutor(1, (task) -> new Thread(task, "submission")));

		@Override
		public void destroy() {
			this.delays.shutdownNow();
		}

	}

	/** An executor that hides its pool, in a field of the supertype. */
	public static class Base implements DisposableBean {

		private final AtomicInteger number = new AtomicInteger();

		private final ScheduledExecutorService retries = begun(Executors.newSingleThreadScheduledExecutor(
				(task) -> new Thread(task, "retry-of-" + this.number.incrementAndGet() + "-times")));

		@Override
		public void destroy() {
			this.retries.shutdownNow();
		}

	}

	/** Inherits the executor. */
	public static class Derived extends Base {

	}

	/** Executors with the JDK's names, in a map and a list. */
	public static class InContainers implements DisposableBean {

		private final Map<String, ScheduledExecutorService> byRegion = new ConcurrentHashMap<>();

		private final List<Timer> timers = new ArrayList<>();

		public InContainers() {
			this.byRegion.put("north", begun(Executors.newScheduledThreadPool(1)));
			this.byRegion.put("south", begun(Executors.newSingleThreadScheduledExecutor()));
			this.timers.add(begun(new Timer()));
		}

		@Override
		public void destroy() {
			this.byRegion.values().forEach(ScheduledExecutorService::shutdownNow);
			this.timers.forEach(Timer::cancel);
		}

	}

	/** A scheduler of Spring's that is no bean, one object further down. */
	public static class OneDown implements DisposableBean {

		private final Worker worker = new Worker();

		@Override
		public void destroy() {
			this.worker.scheduler.shutdown();
		}

		private static final class Worker {

			private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

			private Worker() {
				this.scheduler.initialize();
				this.scheduler.schedule(Submissions::work, java.time.Instant.now().plusSeconds(3600));
			}

		}

	}

	/** Has getters that nobody may call, and a static executor. */
	public static class Touchy implements DisposableBean {

		private static final ScheduledExecutorService SHARED = Executors.newScheduledThreadPool(1,
				(task) -> new Thread(task, "touchy-shared"));

		public Touchy() {
			begun(SHARED);
		}

		public Object getNothing() {
			throw new AssertionError("a getter was called");
		}

		@Override
		public String toString() {
			throw new AssertionError("toString was called");
		}

		@Override
		public int hashCode() {
			throw new AssertionError("hashCode was called");
		}

		@Override
		public boolean equals(Object other) {
			throw new AssertionError("equals was called");
		}

		@Override
		public void destroy() {
			SHARED.shutdownNow();
		}

	}

	/** Makes an executor for each request, and ends none. */
	public static class PerRequest {

		/** Returns the executor for the test alone. */
		public static ScheduledExecutorService dispatch() {
			return begun(Executors.newScheduledThreadPool(1, (task) -> new Thread(task, "dispatch")));
		}

	}

}
