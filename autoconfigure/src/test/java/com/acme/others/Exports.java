package com.acme.others;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Async;

/** Works on a thread of its scheduler. */
public class Exports {

	private final CountDownLatch end = new CountDownLatch(1);

	private final CountDownLatch reminds = new CountDownLatch(1);

	@Async("taskScheduler")
	public void export() {
		try {
			this.end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Async("taskScheduler")
	public void remind(TaskScheduler scheduler) {
		scheduler.schedule(Thread::onSpinWait, Instant.now().plusSeconds(3600));
		this.reminds.countDown();
	}

	public boolean hasReminded() {
		return this.reminds.getCount() == 0;
	}

	public void end() {
		this.end.countDown();
	}

}
