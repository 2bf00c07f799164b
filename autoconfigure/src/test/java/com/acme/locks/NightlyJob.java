package com.acme.locks;

import java.util.concurrent.atomic.AtomicInteger;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.scheduling.annotation.Scheduled;

/** A job that one instance of the application may run at a time. */
public class NightlyJob {

	private final AtomicInteger runs = new AtomicInteger();

	@Scheduled(fixedRate = 20)
	@SchedulerLock(name = "nightly")
	public void run() {
		this.runs.incrementAndGet();
	}

	public int runs() {
		return this.runs.get();
	}

}
