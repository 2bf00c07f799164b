package io.timerscope.finding;

import io.timerscope.ledger.TaskTracker;
import org.jspecify.annotations.Nullable;

/** What ends the thing that was left behind. */
final class LeftBehindAdvice {

	static final String INTERRUPTION = "let the run end when it is interrupted: check Thread.interrupted() in its "
			+ "loops, do not swallow an InterruptedException, and give what it waits for a timeout";

	private static final String CONCURRENT_TASK_SCHEDULER = "org.springframework.scheduling.concurrent.ConcurrentTaskScheduler";

	private LeftBehindAdvice() {
	}

	static String of(TaskTracker tracker, long live, boolean running, boolean isExecutor) {
		Boolean shutDown = tracker.pool().isShutdown();
		if (running && Boolean.TRUE.equals(shutDown)) {
			return "the scheduler was shut down, and the run goes on; " + INTERRUPTION;
		}
		String end = end(tracker, shutDown, isExecutor);
		String tasks = (live > 0) ? ", and cancel what its owner does not need any more" : "";
		return end + tasks + (running ? "; and " + INTERRUPTION : "");
	}

	private static String end(TaskTracker tracker, @Nullable Boolean shutDown, boolean isExecutor) {
		if (isExecutor && Boolean.TRUE.equals(shutDown)) {
			return "the executor was shut down and waits for its delayed tasks; declare its bean with "
					+ "destroyMethod=\"shutdownNow\", or call "
					+ "setExecuteExistingDelayedTasksAfterShutdownPolicy(false) on it";
		}
		if (isExecutor) {
			return "nobody shut the executor down; declare its bean with destroyMethod=\"shutdownNow\"";
		}
		if (tracker.type().equals(CONCURRENT_TASK_SCHEDULER)) {
			return "a ConcurrentTaskScheduler does not shut its executor down; make that executor a bean, or use a "
					+ "ThreadPoolTaskScheduler";
		}
		return Boolean.TRUE.equals(shutDown)
				? "the scheduler was shut down and waits for its tasks; let it not wait for "
						+ "them (setWaitForTasksToCompleteOnShutdown(false))"
				: "nobody shut the scheduler down; call its shutdown method when its owner is destroyed";
	}

}
