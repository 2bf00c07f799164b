package io.timerscope.spring.schedule;

import io.timerscope.ledger.TaskTracker;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** On Framework 7. */
final class Spring7Schedulers implements ForwardingSchedulers {

	@Override
	public Class<?> pooledType() {
		return TrackedThreadPoolTaskScheduler.class;
	}

	@Override
	public Class<?> simpleType() {
		return TrackedSimpleAsyncTaskScheduler.class;
	}

	@Override
	public ThreadPoolTaskScheduler pooled(ThreadPoolTaskScheduler target, TaskTracker tracker) {
		return new TrackedThreadPoolTaskScheduler(target, tracker);
	}

	@Override
	public SimpleAsyncTaskScheduler simple(SimpleAsyncTaskScheduler target, TaskTracker tracker) {
		return new TrackedSimpleAsyncTaskScheduler(target, tracker);
	}

	@Override
	public SchedulingMethods.@Nullable Side<?> side() {
		return null;
	}

}
