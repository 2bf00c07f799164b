package com.acme.handmade;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A pool that looks closely at what it is given. */
class PickyPool extends ScheduledThreadPoolExecutor {

	final List<Object> decorated = new ArrayList<>();

	final List<Object> executed = new ArrayList<>();

	PickyPool() {
		super(1);
	}

	@Override
	protected <V> RunnableScheduledFuture<V> decorateTask(Runnable task, RunnableScheduledFuture<V> future) {
		this.decorated.add(task);
		return future;
	}

	@Override
	protected <V> RunnableScheduledFuture<V> decorateTask(Callable<V> task, RunnableScheduledFuture<V> future) {
		this.decorated.add(task);
		return future;
	}

	@Override
	protected void beforeExecute(Thread thread, Runnable task) {
		this.executed.add(task);
	}

	/** What a careful user of a pool relies on, one line each. */
	static void main(List<String> lines) throws Exception {
		PickyPool pool = new PickyPool();
		Runnable soup = new Soup();
		ScheduledFuture<?> future = pool.schedule(soup, 0, TimeUnit.SECONDS);
		future.get();
		ScheduledFuture<?> later = pool.scheduleAtFixedRate(soup, 1, 1, TimeUnit.HOURS);
		lines.add("the task is the user's: " + pool.decorated.stream().allMatch((task) -> task == soup));
		lines.add("what runs is what the caller got: " + (pool.executed.get(0) == future));
		lines.add("the class is the JDK's: " + future.getClass().getName().endsWith("$ScheduledFutureTask"));
		lines.add("it names the task: " + later.toString().contains("a soup"));
		lines.add("the queue has it: " + (pool.getQueue().contains(later) && pool.getQueue().peek() == later));
		lines.add("it can be removed: " + (pool.remove((Runnable) later) && pool.getQueue().isEmpty()));
		pool.setRemoveOnCancelPolicy(true);
		ScheduledFuture<?> cancelled = pool.schedule(soup, 1, TimeUnit.HOURS);
		lines.add("it can be cancelled once: " + (cancelled.cancel(false) && !cancelled.cancel(false)));
		lines.add("and is removed then: " + pool.getQueue().isEmpty());
		pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
		ScheduledFuture<?> dropped = pool.schedule(soup, 1, TimeUnit.HOURS);
		pool.shutdown();
		lines.add("a shutdown drops what the policy says: " + dropped.isCancelled());
		lines.add("it ends: " + pool.awaitTermination(30, TimeUnit.SECONDS));
		try {
			pool.schedule(soup, 1, TimeUnit.SECONDS);
		}
		catch (RuntimeException ex) {
			lines.add("then it refuses: " + ex.getClass().getSimpleName());
		}
	}

	private static final class Soup implements Runnable {

		@Override
		public void run() {
			// is eaten
		}

		@Override
		public String toString() {
			return "a soup";
		}

	}

}
