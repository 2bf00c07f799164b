package io.timerscope.junit;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.timerscope.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what the JDK's schedulers tell, on the thread that made or used them. Takes
 * note only: what the scheduler does and returns stays its own.
 */
final class SchedulerEar implements Consumer<@Nullable Object[]> {

	private final TestJvm jvm;

	SchedulerEar(TestJvm jvm) {
		this.jvm = jvm;
	}

	@Override
	public void accept(@Nullable Object[] told) {
		if (told[0] instanceof String event && told[1] != null && told[2] instanceof Object[] arguments) {
			hear(event, told[1], arguments, told[3]);
		}
	}

	private void hear(String event, Object scheduler, @Nullable Object[] arguments, @Nullable Object result) {
		switch (event) {
			case "pool" -> this.jvm.executors().made((ExecutorService) scheduler);
			case "worker" -> {
				if (arguments[0] instanceof Thread thread) {
					this.jvm.origins().ofPool((ExecutorService) scheduler, thread);
				}
			}
			case "timer" -> this.jvm.origins().ofTimer((Thread) scheduler);
			case "sched" -> this.jvm.origins().scheduledOn((Thread) scheduler);
			default -> {
				if (result instanceof Future<?> future) {
					scheduled((ExecutorService) scheduler, event, arguments, future);
				}
			}
		}
	}

	/** Where the task was scheduled is on the stack, so any task will do. */
	@SuppressWarnings("FutureReturnValueIgnored") // the caller gets the pool's own
	private void scheduled(ExecutorService pool, String method, @Nullable Object[] arguments, Future<?> future) {
		this.jvm.executors()
			.trackerOf(pool)
			.<Future<?>>track(SchedulerEar::nothing, schedule(method, arguments), (run) -> future);
	}

	private static void nothing() {
	}

	private static Schedule schedule(String method, @Nullable Object[] arguments) {
		if (arguments[arguments.length - 1] instanceof TimeUnit unit && arguments[1] instanceof Long first) {
			long initialNanos = unit.toNanos(first);
			if (arguments[2] instanceof Long second) {
				long nanos = unit.toNanos(second);
				return method.equals("scheduleAtFixedRate") ? Schedule.fixedRate(initialNanos, nanos)
						: Schedule.fixedDelay(initialNanos, nanos);
			}
			return Schedule.once(initialNanos);
		}
		return Schedule.immediate();
	}

}
