package com.acme.leaks;

import java.time.Duration;

import io.timerscope.junit.NoTimerLeaks;
import org.junit.jupiter.api.Test;

/** Uses virtual threads, whose carriers and timers are the JVM's. */
@NoTimerLeaks
public final class VirtualThreadSamples {

	@Test
	void sleepsOnVirtualThread() throws Exception {
		Thread thread = startVirtualThread(() -> {
			try {
				Thread.sleep(Duration.ofMillis(1).toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		thread.join();
	}

	/** Compiled for a JDK that has none yet. */
	private static Thread startVirtualThread(Runnable task) throws ReflectiveOperationException {
		return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
	}

}
