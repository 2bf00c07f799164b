package com.acme.orders;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Keeps a megabyte for each request that has it look again. */
public final class Archive {

	private static final int MEGABYTE = 1 << 20;

	private final ScheduledExecutorService scheduler;

	public Archive(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
	}

	public ScheduledFuture<?> lookAgain() {
		byte[] scan = new byte[MEGABYTE];
		return this.scheduler.scheduleAtFixedRate(() -> scan[0]++, 1, 1, TimeUnit.HOURS);
	}

	public ScheduledFuture<?> breakDown() {
		return this.scheduler.scheduleAtFixedRate(() -> {
			throw new IllegalStateException("out of paper");
		}, 0, 1, TimeUnit.HOURS);
	}

}
