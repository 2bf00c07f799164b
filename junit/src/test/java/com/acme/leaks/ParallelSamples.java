package com.acme.leaks;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.timerscope.junit.NoTimerLeaks;
import io.timerscope.junit.TimerLeaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that run at the same time, and meet before they end. */
@NoTimerLeaks(retryFor = "50ms")
@Execution(ExecutionMode.CONCURRENT)
public class ParallelSamples {

	private static final CyclicBarrier ALL_FOUR = new CyclicBarrier(4);

	private static void meet() throws Exception {
		ALL_FOUR.await(20, TimeUnit.SECONDS);
	}

	@Test
	void leavesTask() throws Exception {
		TimerLeaks.track(Leftovers.executor()).scheduleAtFixedRate(() -> {
		}, 30, 30, TimeUnit.SECONDS);
		meet();
		meet();
	}

	@Test
	void leavesPool() throws Exception {
		Leftovers.executor().submit(() -> {
		}).get();
		meet();
		meet();
	}

	@Test
	void startsNothing() throws Exception {
		meet();
		meet();
	}

	@Test
	void endsItsPool() throws Exception {
		ScheduledExecutorService executor = TimerLeaks.track(Leftovers.executor());
		executor.submit(() -> {
		}).get();
		meet();
		executor.shutdownNow();
		meet();
	}

}
