package io.timerscope.spring;

import java.lang.reflect.Field;
import java.util.concurrent.ScheduledExecutorService;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.util.ReflectionUtils;

/**
 * The executor that a {@link ConcurrentTaskScheduler} runs its tasks on, which it takes
 * but does not show.
 *
 * @param scheduler the scheduler
 */
record ExecutorBehind(ConcurrentTaskScheduler scheduler) {

	static final String FIELD = "scheduledExecutor";

	@Nullable ScheduledExecutorService get() {
		Field field = ReflectionUtils.findField(ConcurrentTaskScheduler.class, FIELD, ScheduledExecutorService.class);
		if (field == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(field);
		return (ScheduledExecutorService) ReflectionUtils.getField(field, this.scheduler);
	}

	void replace(ScheduledExecutorService tracked) {
		boolean runsEverythingThere = this.scheduler.getConcurrentExecutor() == get();
		this.scheduler.setScheduledExecutor(tracked);
		if (runsEverythingThere) {
			this.scheduler.setConcurrentExecutor(tracked);
		}
	}

}
