package com.acme.leaks;

import java.util.Queue;
import java.util.Timer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** What the samples leave behind, so that it can be ended after all. */
public final class Leftovers {

	private static final Queue<Runnable> ENDS = new ConcurrentLinkedQueue<>();

	private Leftovers() {
	}

	static ScheduledExecutorService executor() {
		ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
		ENDS.add(executor::shutdownNow);
		return executor;
	}

	static Timer timer() {
		Timer timer = new Timer();
		ENDS.add(timer::cancel);
		return timer;
	}

	/** Ends all of it. */
	public static void end() {
		while (!ENDS.isEmpty()) {
			ENDS.remove().run();
		}
	}

}
