package io.timerscope.spring;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

import io.timerscope.PoolView;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ReflectionUtils;

/**
 * The pool behind a scheduler of Spring's, asked for anew each time: it may not be there
 * yet, and may be another one after the scheduler was initialised again.
 */
final class TaskSchedulerPoolView implements PoolView {

	static final String DECORATOR_FIELD = "taskDecorator";

	private static final @Nullable Field DECORATOR = ReflectionUtils.findField(ThreadPoolTaskScheduler.class,
			DECORATOR_FIELD);

	private final WeakReference<ThreadPoolTaskScheduler> scheduler;

	private TaskSchedulerPoolView(ThreadPoolTaskScheduler scheduler) {
		this.scheduler = new WeakReference<>(scheduler);
	}

	/** The view of any kind of scheduler. */
	static PoolView of(Object scheduler) {
		if (scheduler instanceof ThreadPoolTaskScheduler pooled) {
			return new TaskSchedulerPoolView(pooled);
		}
		if (scheduler instanceof SimpleAsyncTaskScheduler simple) {
			return new Threadless(new WeakReference<>(simple));
		}
		return (scheduler instanceof ExecutorService executor) ? PoolView.of(executor) : PoolView.NONE;
	}

	@Override
	public @Nullable Integer poolSize() {
		return ask(PoolView::poolSize);
	}

	@Override
	public @Nullable Integer activeThreads() {
		return ask(PoolView::activeThreads);
	}

	@Override
	public @Nullable Integer queued() {
		return ask(PoolView::queued);
	}

	/** A task decorator hides from the queue what was cancelled. */
	@Override
	public @Nullable Boolean removeOnCancel() {
		Boolean policy = ask(PoolView::removeOnCancel);
		return (policy != null && policy && isDecorating()) ? Boolean.FALSE : policy;
	}

	@Override
	public @Nullable Integer retained() {
		return ask(PoolView::retained);
	}

	@Override
	public boolean holds(Future<?> future) {
		return Boolean.TRUE.equals(ask((pool) -> pool.holds(future)));
	}

	@Override
	public @Nullable String threadNamePrefix() {
		ThreadPoolTaskScheduler scheduler = this.scheduler.get();
		return (scheduler == null) ? null : scheduler.getThreadNamePrefix();
	}

	@Override
	public void purge() {
		ask((pool) -> {
			pool.purge();
			return true;
		});
	}

	@Override
	public boolean isTerminated() {
		return Boolean.TRUE.equals(ask(PoolView::isTerminated));
	}

	@Override
	public boolean isGone() {
		return this.scheduler.refersTo(null);
	}

	private <T> @Nullable T ask(Function<PoolView, @Nullable T> question) {
		ThreadPoolTaskScheduler scheduler = this.scheduler.get();
		ScheduledExecutorService pool = (scheduler == null) ? null : pool(scheduler);
		return (pool == null) ? null : question.apply(PoolView.of(pool));
	}

	private static @Nullable ScheduledExecutorService pool(ThreadPoolTaskScheduler scheduler) {
		try {
			return scheduler.getScheduledExecutor();
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private boolean isDecorating() {
		ThreadPoolTaskScheduler scheduler = this.scheduler.get();
		if (scheduler == null || DECORATOR == null) {
			return false;
		}
		ReflectionUtils.makeAccessible(DECORATOR);
		return ReflectionUtils.getField(DECORATOR, scheduler) != null;
	}

	/**
	 * A scheduler with a thread per run.
	 *
	 * @param scheduler the scheduler
	 */
	private record Threadless(WeakReference<SimpleAsyncTaskScheduler> scheduler) implements PoolView {

		@Override
		public @Nullable String threadNamePrefix() {
			SimpleAsyncTaskScheduler scheduler = this.scheduler.get();
			return (scheduler == null) ? null : scheduler.getThreadNamePrefix();
		}

		@Override
		public boolean isTerminated() {
			SimpleAsyncTaskScheduler scheduler = this.scheduler.get();
			return scheduler != null && !scheduler.isActive();
		}

		@Override
		public boolean isGone() {
			return this.scheduler.refersTo(null);
		}

	}

}
