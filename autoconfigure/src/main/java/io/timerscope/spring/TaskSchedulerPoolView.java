package io.timerscope.spring;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

import io.timerscope.pool.PoolView;
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

	static {
		if (DECORATOR != null) {
			ReflectionUtils.makeAccessible(DECORATOR);
		}
	}

	private final WeakReference<ThreadPoolTaskScheduler> scheduler;

	/** The pool behind the scheduler, which can be initialized anew. */
	private volatile Behind behind = new Behind(new WeakReference<>(null), PoolView.NONE);

	/** Whether there was another pool before, which may still have tasks. */
	private volatile boolean replaced;

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

	@Override
	public boolean isPaused() {
		ThreadPoolTaskScheduler scheduler = this.scheduler.get();
		return scheduler != null && !scheduler.isRunning();
	}

	/** A task decorator hides from the queue what was cancelled. */
	@Override
	public @Nullable Boolean removeOnCancel() {
		PoolView pool = behind();
		Boolean policy = (pool == null) ? null : pool.removeOnCancel();
		return (policy != null && policy && isDecorating()) ? Boolean.FALSE : policy;
	}

	@Override
	public @Nullable String removeOnCancelAdvice() {
		return isDecorating() ? "Decorate the tasks before you schedule them and remove the TaskDecorator, "
				+ "which keeps setRemoveOnCancelPolicy(true) from working" : null;
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
	public @Nullable Collection<?> queue() {
		Collection<?> queue = ask(PoolView::queue);
		return this.replaced ? null : queue;
	}

	@Override
	public boolean holdsWhatItReturns() {
		return Boolean.TRUE.equals(ask(PoolView::holdsWhatItReturns));
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
	public @Nullable Boolean isShutdown() {
		return ask(PoolView::isShutdown);
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
		PoolView pool = behind();
		return (pool == null) ? null : question.apply(pool);
	}

	private @Nullable PoolView behind() {
		ThreadPoolTaskScheduler scheduler = this.scheduler.get();
		ScheduledExecutorService pool = (scheduler == null) ? null : pool(scheduler);
		if (pool == null) {
			return null;
		}
		Behind behind = this.behind;
		if (!behind.pool().refersTo(pool)) {
			this.replaced |= this.behind.view() != PoolView.NONE && !this.behind.view().isTerminated();
			behind = new Behind(new WeakReference<>(pool), PoolView.of(pool));
			this.behind = behind;
		}
		return behind.view();
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
		return ReflectionUtils.getField(DECORATOR, scheduler) != null;
	}

	/**
	 * A pool and the view of it.
	 *
	 * @param pool the pool
	 * @param view its view
	 */
	private record Behind(WeakReference<ScheduledExecutorService> pool, PoolView view) {
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
		public @Nullable Boolean isShutdown() {
			return isTerminated();
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
