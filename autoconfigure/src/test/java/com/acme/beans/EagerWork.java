package com.acme.beans;

import java.time.Duration;
import java.time.Instant;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.TaskScheduler;

/** Schedules in its constructor, and when all singletons are there. */
public class EagerWork implements SmartInitializingSingleton {

	private final TaskScheduler scheduler;

	public EagerWork(TaskScheduler scheduler) {
		this.scheduler = scheduler;
		work();
	}

	@Override
	public void afterSingletonsInstantiated() {
		work();
	}

	private void work() {
		this.scheduler.schedule(new Work(), Instant.now().plus(Duration.ofHours(1)));
	}

}
