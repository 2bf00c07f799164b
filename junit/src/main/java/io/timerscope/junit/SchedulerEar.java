package io.timerscope.junit;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BiConsumer;

import io.timerscope.Schedule;
import io.timerscope.junit.spring.ContextWork;
import io.timerscope.ledger.TaskTracker;

/**
 * Writes down what the JDK's schedulers tell, on the thread that made or used them. Takes
 * note only: what the scheduler does and returns stays its own.
 */
final class SchedulerEar implements BiConsumer<String, Object[]> {

	private final TestJvm jvm;

	SchedulerEar(TestJvm jvm) {
		this.jvm = jvm;
	}

	@Override
	public void accept(String event, Object[] about) {
		switch (event) {
			case "pool" -> {
				if (!(about[0] instanceof ForkJoinPool)) {
					this.jvm.executors().made((ExecutorService) about[0]);
				}
			}
			case "worker" -> {
				if (about[1] instanceof Thread thread) {
					this.jvm.origins().ofPool((ThreadPoolExecutor) about[0], thread);
				}
			}
			case "timer" -> this.jvm.origins().ofTimer((Thread) about[0]);
			case "timer-scheduled" -> this.jvm.origins().scheduledOn((Thread) about[0]);
			case "scheduled" -> {
				if (!TaskTracker.isTracked(about[2]) && !this.jvm.isHandingOver()) {
					scheduled((ExecutorService) about[0], (Future<?>) about[1],
							schedule((Long) about[3], (Long) about[4]));
				}
			}
			default -> {
				// runs and cancels show in the future
			}
		}
	}

	/** Where the task was scheduled is on the stack, so any task will do. */
	@SuppressWarnings("FutureReturnValueIgnored") // the caller gets the pool's own
	private void scheduled(ExecutorService pool, Future<?> future, Schedule schedule) {
		if (!pool.isShutdown() && !ContextWork.isGoingOn() && !isContextsOwn(pool)) {
			this.jvm.executors().trackerOf(pool).<Future<?>>track(SchedulerEar::nothing, schedule, (run) -> future);
		}
	}

	/**
	 * A thread of a context's pool schedules there, as for the next run of a cron job.
	 */
	private boolean isContextsOwn(ExecutorService pool) {
		Made made = this.jvm.executors().madeOf(pool);
		ThreadOrigins.Origin origin = this.jvm.origins().of(Thread.currentThread());
		return made != null && made.ofContext() && origin != null && origin.made().ofContext();
	}

	private static void nothing() {
	}

	private static Schedule schedule(long delayNanos, long periodNanos) {
		if (periodNanos == 0) {
			return Schedule.once(delayNanos);
		}
		return (periodNanos > 0) ? Schedule.fixedRate(delayNanos, periodNanos)
				: Schedule.fixedDelay(delayNanos, -periodNanos);
	}

}
