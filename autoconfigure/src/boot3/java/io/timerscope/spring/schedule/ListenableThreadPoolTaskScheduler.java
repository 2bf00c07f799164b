package io.timerscope.spring.schedule;

import java.util.concurrent.Callable;

import io.timerscope.ledger.TaskTracker;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.concurrent.ListenableFuture;

/**
 * A tracked {@link ThreadPoolTaskScheduler} of Framework 6.2, whose two more methods are
 * forwarded too.
 */
@SuppressWarnings({ "removal", "serial" })
class ListenableThreadPoolTaskScheduler extends TrackedThreadPoolTaskScheduler {

	private final transient TrackedListenableExecutor listenable;

	ListenableThreadPoolTaskScheduler(ThreadPoolTaskScheduler target, TaskTracker tracker) {
		super(target, tracker);
		this.listenable = new TrackedListenableExecutor(target, tracker);
	}

	@Override
	public ListenableFuture<?> submitListenable(Runnable task) {
		return this.listenable.submitListenable(task);
	}

	@Override
	public <T extends @Nullable Object> ListenableFuture<T> submitListenable(Callable<T> task) {
		return this.listenable.submitListenable(task);
	}

}
