package com.acme.finding;

import java.util.concurrent.CountDownLatch;

/** A run that does not react to interruption. */
public final class Crunch {

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch over = new CountDownLatch(1);

	public void crunch() {
		this.begun.countDown();
		boolean waiting = true;
		while (waiting) {
			try {
				this.over.await();
				waiting = false;
			}
			catch (InterruptedException ex) {
				waiting = this.over.getCount() > 0;
			}
		}
	}

	public void awaitBegin() throws InterruptedException {
		this.begun.await();
	}

	public void end() {
		this.over.countDown();
	}

}
