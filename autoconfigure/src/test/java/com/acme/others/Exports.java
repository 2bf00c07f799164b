package com.acme.others;

import java.util.concurrent.CountDownLatch;

import org.springframework.scheduling.annotation.Async;

/** Works on a thread of its scheduler. */
public class Exports {

	private final CountDownLatch end = new CountDownLatch(1);

	@Async("taskScheduler")
	public void export() {
		try {
			this.end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	public void end() {
		this.end.countDown();
	}

}
