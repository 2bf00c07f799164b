package io.timerscope.spring.schedule;

import io.timerscope.ledger.TaskTracker;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ClassUtils;

/**
 * The forwarding subclasses of Spring's schedulers that fit the Framework at hand.
 * Framework 6.2 has methods that 7 removed; what forwards those is compiled against 6.2
 * and loaded there only.
 */
public interface ForwardingSchedulers {

	/** Those that fit. */
	ForwardingSchedulers HERE = find();

	/** The subclass of {@link ThreadPoolTaskScheduler}. */
	Class<?> pooledType();

	/** The subclass of {@link SimpleAsyncTaskScheduler}. */
	Class<?> simpleType();

	ThreadPoolTaskScheduler pooled(ThreadPoolTaskScheduler target, TaskTracker tracker);

	SimpleAsyncTaskScheduler simple(SimpleAsyncTaskScheduler target, TaskTracker tracker);

	/** A way to see a scheduler that there is on this Framework only. */
	SchedulingMethods.@Nullable Side<?> side();

	private static ForwardingSchedulers find() {
		ClassLoader loader = ForwardingSchedulers.class.getClassLoader();
		if (!ClassUtils.isPresent("org.springframework.core.task.AsyncListenableTaskExecutor", loader)) {
			return new Spring7Schedulers();
		}
		try {
			return (ForwardingSchedulers) ClassUtils.forName("io.timerscope.spring.schedule.Spring6Schedulers", loader)
				.getDeclaredConstructor()
				.newInstance();
		}
		catch (ReflectiveOperationException | LinkageError ex) {
			return new Spring7Schedulers();
		}
	}

}
