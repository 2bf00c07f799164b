package com.acme.leaks;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.junit.NoTimerLeaks;
import io.timerscope.junit.TimerLeaks;
import org.junit.jupiter.api.Test;

/** Small tests of a cart. */
public final class CartSamples {

	private CartSamples() {
	}

	/** Ends all that it starts. */
	@NoTimerLeaks
	public static class Clean {

		@Test
		void cancelsAndShutsDown() {
			ScheduledExecutorService executor = TimerLeaks.track(Leftovers.executor());
			ScheduledFuture<?> future = executor.scheduleAtFixedRate(() -> {
			}, 1, 1, TimeUnit.HOURS);
			future.cancel(false);
			executor.shutdownNow();
		}

		@Test
		void startsNothing() {
		}

		@Test
		void cancelsItsTimer() {
			Timer timer = Leftovers.timer();
			timer.cancel();
		}

		@Test
		void isStillShuttingDownWhenItReturns() {
			ScheduledExecutorService executor = Leftovers.executor();
			executor.execute(() -> {
			});
			executor.shutdown();
		}

	}

	/** Leaves a tracked task. */
	@NoTimerLeaks
	public static class LeavesTask {

		@Test
		void leaves() {
			TimerLeaks.track(Leftovers.executor()).scheduleAtFixedRate(() -> {
			}, 30, 30, TimeUnit.SECONDS);
		}

	}

	/** Leaves a pool that nobody tracks. */
	@NoTimerLeaks
	public static class LeavesPool {

		@Test
		void leaves() {
			Leftovers.executor().scheduleAtFixedRate(() -> {
			}, 30, 30, TimeUnit.SECONDS);
		}

	}

	/** Leaves a timer. */
	@NoTimerLeaks
	public static class LeavesTimer {

		@Test
		void leaves() {
			Leftovers.timer().schedule(new TimerTask() {
				@Override
				public void run() {
				}
			}, 30_000, 30_000);
		}

	}

	/** Leaves a scheduler that has nothing to do. */
	@NoTimerLeaks
	public static class LeavesScheduler {

		@Test
		void leaves() {
			ScheduledExecutorService kept = TimerLeaks.track(Leftovers.executor());
			kept.isShutdown();
		}

	}

	/** Lets a periodic task die. */
	@NoTimerLeaks
	public static class LetsTaskDie {

		@Test
		void dies() {
			ScheduledExecutorService executor = TimerLeaks.track(Leftovers.executor());
			ScheduledFuture<?> future = executor.scheduleAtFixedRate(() -> {
				throw new IllegalStateException("no stock");
			}, 0, 1, TimeUnit.HOURS);
			try {
				future.get();
			}
			catch (Exception ex) {
				executor.shutdownNow();
			}
		}

	}

	/** The first test leaks, the others are clean. */
	@NoTimerLeaks
	public static class OneOfThree {

		@Test
		void clean() {
		}

		@Test
		void leaves() {
			TimerLeaks.track(Leftovers.executor()).scheduleWithFixedDelay(() -> {
			}, 0, 1, TimeUnit.MILLISECONDS);
		}

		@Test
		void alsoClean() {
		}

	}

	/** Fails by itself, and leaks. */
	@NoTimerLeaks
	public static class FailsAndLeaves {

		@Test
		void fails() {
			Leftovers.timer();
			throw new AssertionError("three apples were expected");
		}

	}

	/** Only one method is checked. */
	public static class OnAMethod {

		@Test
		@NoTimerLeaks
		void isChecked() {
			Leftovers.timer();
		}

		@Test
		void isNotChecked() {
			Leftovers.timer();
		}

	}

}
