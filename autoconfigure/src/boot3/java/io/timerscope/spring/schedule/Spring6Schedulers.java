package io.timerscope.spring.schedule;

import io.timerscope.ledger.TaskTracker;
import org.springframework.core.task.AsyncListenableTaskExecutor;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** On Framework 6.2. Made by reflection. */
@SuppressWarnings("removal")
final class Spring6Schedulers implements ForwardingSchedulers {

	@Override
	public Class<?> pooledType() {
		return ListenableThreadPoolTaskScheduler.class;
	}

	@Override
	public Class<?> simpleType() {
		return ListenableSimpleAsyncTaskScheduler.class;
	}

	@Override
	public ThreadPoolTaskScheduler pooled(ThreadPoolTaskScheduler target, TaskTracker tracker) {
		return new ListenableThreadPoolTaskScheduler(target, tracker);
	}

	@Override
	public SimpleAsyncTaskScheduler simple(SimpleAsyncTaskScheduler target, TaskTracker tracker) {
		return new ListenableSimpleAsyncTaskScheduler(target, tracker);
	}

	@Override
	public SchedulingMethods.Side<?> side() {
		return new SchedulingMethods.Side<>(AsyncListenableTaskExecutor.class, TrackedListenableExecutor.class,
				TrackedListenableExecutor::new);
	}

}
