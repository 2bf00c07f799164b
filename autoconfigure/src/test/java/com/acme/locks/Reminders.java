package com.acme.locks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/** Schedules by every way there is. */
public class Reminders {

	public Future<?> once(TaskScheduler scheduler, Runnable task) {
		return scheduler.schedule(task, Instant.now());
	}

	public Future<?> atFixedRate(TaskScheduler scheduler, Runnable task) {
		return scheduler.scheduleAtFixedRate(task, Duration.ofMillis(10));
	}

	public Future<?> onTrigger(TaskScheduler scheduler, Runnable task, Trigger trigger) {
		return scheduler.schedule(task, trigger);
	}

	public Future<?> atOnce(AsyncTaskExecutor executor, Callable<?> task) {
		return executor.submit(task);
	}

	public void fireAndForget(AsyncTaskExecutor executor, Runnable task) {
		executor.execute(task);
	}

	public Future<?> later(ScheduledExecutorService executor, Runnable task) {
		return executor.schedule(task, 0, TimeUnit.MILLISECONDS);
	}

	public <T> List<Future<T>> all(ExecutorService executor, List<Callable<T>> tasks)
			throws InterruptedException, ExecutionException {
		return executor.invokeAll(tasks);
	}

}
