package com.acme.observation;

import java.util.concurrent.CountDownLatch;

import org.springframework.scheduling.annotation.Scheduled;

/** A bean whose method the container schedules. */
public class Inventory {

	public final CountDownLatch counted = new CountDownLatch(3);

	@Scheduled(fixedRate = 10)
	public void count() {
		this.counted.countDown();
	}

}
