package io.timerscope.spring.schedule;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.timerscope.ledger.TaskTracker;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * A tracked {@link ScheduledThreadPoolExecutor}, which no generated proxy can be a
 * subclass of. Everything but scheduling is the target's; its own pool never starts a
 * thread.
 */
public final class TrackedScheduledThreadPoolExecutor extends ScheduledThreadPoolExecutor
		implements ForwardingScheduler {

	private final ScheduledThreadPoolExecutor target;

	private final TaskTracker tracker;

	private final TrackedScheduledExecutorService executor;

	public TrackedScheduledThreadPoolExecutor(ScheduledThreadPoolExecutor target, TaskTracker tracker) {
		super(0);
		this.target = target;
		this.tracker = tracker;
		this.executor = new TrackedTriggerExecutor(target, tracker);
	}

	@Override
	public Object target() {
		return this.target;
	}

	@Override
	public Class<?> getTargetClass() {
		return this.target.getClass();
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		return this.executor.schedule(command, delay, unit);
	}

	@Override
	public <V extends @Nullable Object> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
		return this.executor.schedule(callable, delay, unit);
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
		return this.executor.scheduleAtFixedRate(command, initialDelay, period, unit);
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
		return this.executor.scheduleWithFixedDelay(command, initialDelay, delay, unit);
	}

	@Override
	public void execute(Runnable command) {
		this.executor.execute(command);
	}

	@Override
	public Future<?> submit(Runnable task) {
		return this.executor.submit(task);
	}

	@Override
	public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
		return this.executor.submit(task, result);
	}

	@Override
	public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
		return this.executor.submit(task);
	}

	@Override
	public <T extends @Nullable Object> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
			throws InterruptedException {
		return this.executor.invokeAll(tasks);
	}

	@Override
	public <T extends @Nullable Object> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout,
			TimeUnit unit) throws InterruptedException {
		return this.executor.invokeAll(tasks, timeout, unit);
	}

	@Override
	public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
			throws InterruptedException, ExecutionException {
		return this.executor.invokeAny(tasks);
	}

	@Override
	public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout,
			TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
		return this.executor.invokeAny(tasks, timeout, unit);
	}

	@Override
	public void shutdown() {
		this.executor.shutdown();
	}

	@Override
	public List<Runnable> shutdownNow() {
		return this.executor.shutdownNow();
	}

	@Override
	public boolean isShutdown() {
		return this.target.isShutdown();
	}

	@Override
	public boolean isTerminated() {
		return this.target.isTerminated();
	}

	@Override
	public boolean isTerminating() {
		return this.target.isTerminating();
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		return this.target.awaitTermination(timeout, unit);
	}

	@Override
	public boolean getContinueExistingPeriodicTasksAfterShutdownPolicy() {
		return this.target.getContinueExistingPeriodicTasksAfterShutdownPolicy();
	}

	@Override
	public void setContinueExistingPeriodicTasksAfterShutdownPolicy(boolean value) {
		this.target.setContinueExistingPeriodicTasksAfterShutdownPolicy(value);
	}

	@Override
	public boolean getExecuteExistingDelayedTasksAfterShutdownPolicy() {
		return this.target.getExecuteExistingDelayedTasksAfterShutdownPolicy();
	}

	@Override
	public void setExecuteExistingDelayedTasksAfterShutdownPolicy(boolean value) {
		this.target.setExecuteExistingDelayedTasksAfterShutdownPolicy(value);
	}

	@Override
	public boolean getRemoveOnCancelPolicy() {
		return this.target.getRemoveOnCancelPolicy();
	}

	@Override
	public void setRemoveOnCancelPolicy(boolean value) {
		this.target.setRemoveOnCancelPolicy(value);
	}

	@Override
	public BlockingQueue<Runnable> getQueue() {
		return this.tracker.queue(this.target.getQueue());
	}

	@Override
	public boolean remove(Runnable task) {
		return this.tracker.remove(task, (bare) -> this.target.remove((Runnable) bare));
	}

	@Override
	public void purge() {
		this.target.purge();
	}

	@Override
	public ThreadFactory getThreadFactory() {
		return this.target.getThreadFactory();
	}

	@Override
	public void setThreadFactory(ThreadFactory threadFactory) {
		this.target.setThreadFactory(threadFactory);
	}

	@Override
	public RejectedExecutionHandler getRejectedExecutionHandler() {
		return this.target.getRejectedExecutionHandler();
	}

	@Override
	public void setRejectedExecutionHandler(RejectedExecutionHandler handler) {
		this.target.setRejectedExecutionHandler(handler);
	}

	@Override
	public int getCorePoolSize() {
		return this.target.getCorePoolSize();
	}

	@Override
	public void setCorePoolSize(int corePoolSize) {
		this.target.setCorePoolSize(corePoolSize);
	}

	@Override
	public int getMaximumPoolSize() {
		return this.target.getMaximumPoolSize();
	}

	@Override
	public void setMaximumPoolSize(int maximumPoolSize) {
		this.target.setMaximumPoolSize(maximumPoolSize);
	}

	@Override
	public long getKeepAliveTime(TimeUnit unit) {
		return this.target.getKeepAliveTime(unit);
	}

	@Override
	public void setKeepAliveTime(long time, TimeUnit unit) {
		this.target.setKeepAliveTime(time, unit);
	}

	@Override
	public boolean allowsCoreThreadTimeOut() {
		return this.target.allowsCoreThreadTimeOut();
	}

	@Override
	public void allowCoreThreadTimeOut(boolean value) {
		this.target.allowCoreThreadTimeOut(value);
	}

	@Override
	public boolean prestartCoreThread() {
		return this.target.prestartCoreThread();
	}

	@Override
	public int prestartAllCoreThreads() {
		return this.target.prestartAllCoreThreads();
	}

	@Override
	public int getPoolSize() {
		return this.target.getPoolSize();
	}

	@Override
	public int getActiveCount() {
		return this.target.getActiveCount();
	}

	@Override
	public int getLargestPoolSize() {
		return this.target.getLargestPoolSize();
	}

	@Override
	public long getTaskCount() {
		return this.target.getTaskCount();
	}

	@Override
	public long getCompletedTaskCount() {
		return this.target.getCompletedTaskCount();
	}

	@Override
	public String toString() {
		return this.target.toString();
	}

}
