package io.timerscope.spring.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

import io.timerscope.ledger.TaskTracker;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ErrorHandler;

/**
 * A tracked {@link ThreadPoolTaskScheduler}, the scheduler that nearly every application
 * has. A generated proxy could do the same, yet its dispatch costs a quarter of all that
 * tracking a call does. Everything but scheduling is the target's; its own pool is never
 * made. Not final, so that others can advise the bean.
 */
@SuppressWarnings("serial")
class TrackedThreadPoolTaskScheduler extends ThreadPoolTaskScheduler implements ForwardingScheduler {

	private final transient ThreadPoolTaskScheduler target;

	private final transient TrackedTaskScheduler scheduler;

	private final transient TrackedAsyncTaskExecutor executor;

	TrackedThreadPoolTaskScheduler(ThreadPoolTaskScheduler target, TaskTracker tracker) {
		this.target = target;
		this.scheduler = new TrackedTaskScheduler(target, tracker);
		this.executor = new TrackedAsyncTaskExecutor(target, tracker);
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
	public @Nullable ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
		return this.scheduler.schedule(task, trigger);
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
		return this.scheduler.schedule(task, startTime);
	}

	@Override
	@Deprecated(since = "6.0")
	@SuppressWarnings({ "deprecation", "JavaUtilDate" })
	public ScheduledFuture<?> schedule(Runnable task, Date startTime) {
		return this.scheduler.schedule(task, startTime);
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
		return this.scheduler.scheduleAtFixedRate(task, startTime, period);
	}

	@Override
	@Deprecated(since = "6.0")
	@SuppressWarnings({ "deprecation", "JavaUtilDate" })
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Date startTime, long period) {
		return this.scheduler.scheduleAtFixedRate(task, startTime, period);
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
		return this.scheduler.scheduleAtFixedRate(task, period);
	}

	@Override
	@Deprecated(since = "6.0")
	@SuppressWarnings("deprecation")
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long period) {
		return this.scheduler.scheduleAtFixedRate(task, period);
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
		return this.scheduler.scheduleWithFixedDelay(task, startTime, delay);
	}

	@Override
	@Deprecated(since = "6.0")
	@SuppressWarnings({ "deprecation", "JavaUtilDate" })
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Date startTime, long delay) {
		return this.scheduler.scheduleWithFixedDelay(task, startTime, delay);
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
		return this.scheduler.scheduleWithFixedDelay(task, delay);
	}

	@Override
	@Deprecated(since = "6.0")
	@SuppressWarnings("deprecation")
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long delay) {
		return this.scheduler.scheduleWithFixedDelay(task, delay);
	}

	@Override
	public void execute(Runnable task) {
		this.executor.execute(task);
	}

	@Override
	@Deprecated(since = "5.3.16")
	@SuppressWarnings("deprecation")
	public void execute(Runnable task, long startTimeout) {
		this.executor.execute(task, startTimeout);
	}

	@Override
	public Future<?> submit(Runnable task) {
		return this.executor.submit(task);
	}

	@Override
	public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
		return this.executor.submit(task);
	}

	@Override
	public CompletableFuture<Void> submitCompletable(Runnable task) {
		return this.executor.submitCompletable(task);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submitCompletable(Callable<T> task) {
		return this.executor.submitCompletable(task);
	}

	@Override
	public Clock getClock() {
		return this.target.getClock();
	}

	@Override
	public void setClock(Clock clock) {
		this.target.setClock(clock);
	}

	@Override
	public void setErrorHandler(ErrorHandler errorHandler) {
		this.target.setErrorHandler(errorHandler);
	}

	@Override
	public void setTaskDecorator(TaskDecorator taskDecorator) {
		this.target.setTaskDecorator(taskDecorator);
	}

	@Override
	public ScheduledExecutorService getScheduledExecutor() {
		return this.target.getScheduledExecutor();
	}

	@Override
	public ScheduledThreadPoolExecutor getScheduledThreadPoolExecutor() {
		return this.target.getScheduledThreadPoolExecutor();
	}

	@Override
	public int getPoolSize() {
		return this.target.getPoolSize();
	}

	@Override
	public void setPoolSize(int poolSize) {
		this.target.setPoolSize(poolSize);
	}

	@Override
	public int getActiveCount() {
		return this.target.getActiveCount();
	}

	@Override
	@Deprecated(since = "5.3.9")
	@SuppressWarnings("deprecation")
	public boolean isRemoveOnCancelPolicy() {
		return this.target.isRemoveOnCancelPolicy();
	}

	@Override
	public void setRemoveOnCancelPolicy(boolean flag) {
		this.target.setRemoveOnCancelPolicy(flag);
	}

	@Override
	public void setContinueExistingPeriodicTasksAfterShutdownPolicy(boolean flag) {
		this.target.setContinueExistingPeriodicTasksAfterShutdownPolicy(flag);
	}

	@Override
	public void setExecuteExistingDelayedTasksAfterShutdownPolicy(boolean flag) {
		this.target.setExecuteExistingDelayedTasksAfterShutdownPolicy(flag);
	}

	@Override
	public boolean prefersShortLivedTasks() {
		return this.target.prefersShortLivedTasks();
	}

	@Override
	public void setThreadFactory(@Nullable ThreadFactory threadFactory) {
		this.target.setThreadFactory(threadFactory);
	}

	@Override
	public void setVirtualThreads(boolean virtual) {
		this.target.setVirtualThreads(virtual);
	}

	@Override
	public void setRejectedExecutionHandler(@Nullable RejectedExecutionHandler handler) {
		this.target.setRejectedExecutionHandler(handler);
	}

	@Override
	public void setAcceptTasksAfterContextClose(boolean acceptTasksAfterContextClose) {
		this.target.setAcceptTasksAfterContextClose(acceptTasksAfterContextClose);
	}

	@Override
	public void setWaitForTasksToCompleteOnShutdown(boolean waitForJobsToCompleteOnShutdown) {
		this.target.setWaitForTasksToCompleteOnShutdown(waitForJobsToCompleteOnShutdown);
	}

	@Override
	public void setAwaitTerminationSeconds(int awaitTerminationSeconds) {
		this.target.setAwaitTerminationSeconds(awaitTerminationSeconds);
	}

	@Override
	public void setAwaitTerminationMillis(long awaitTerminationMillis) {
		this.target.setAwaitTerminationMillis(awaitTerminationMillis);
	}

	@Override
	public int getPhase() {
		return this.target.getPhase();
	}

	@Override
	public void setPhase(int phase) {
		this.target.setPhase(phase);
	}

	@Override
	public void setBeanName(String name) {
		this.target.setBeanName(name);
	}

	@Override
	public void setApplicationContext(ApplicationContext applicationContext) {
		this.target.setApplicationContext(applicationContext);
	}

	@Override
	public void afterPropertiesSet() {
		this.target.afterPropertiesSet();
	}

	@Override
	public void initialize() {
		this.target.initialize();
	}

	@Override
	public void destroy() {
		this.target.destroy();
	}

	@Override
	public void initiateShutdown() {
		this.target.initiateShutdown();
	}

	@Override
	public void shutdown() {
		this.target.shutdown();
	}

	@Override
	public void start() {
		this.target.start();
	}

	@Override
	public void stop() {
		this.target.stop();
	}

	@Override
	public void stop(Runnable callback) {
		this.target.stop(callback);
	}

	@Override
	public boolean isRunning() {
		return this.target.isRunning();
	}

	@Override
	public boolean isAutoStartup() {
		return this.target.isAutoStartup();
	}

	@Override
	public boolean isPauseable() {
		return this.target.isPauseable();
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		this.target.onApplicationEvent(event);
	}

	@Override
	public boolean supportsAsyncExecution() {
		return this.target.supportsAsyncExecution();
	}

	@Override
	public String getThreadNamePrefix() {
		return this.target.getThreadNamePrefix();
	}

	@Override
	public void setThreadNamePrefix(@Nullable String threadNamePrefix) {
		this.target.setThreadNamePrefix(threadNamePrefix);
	}

	@Override
	public int getThreadPriority() {
		return this.target.getThreadPriority();
	}

	@Override
	public void setThreadPriority(int threadPriority) {
		this.target.setThreadPriority(threadPriority);
	}

	@Override
	public boolean isDaemon() {
		return this.target.isDaemon();
	}

	@Override
	public void setDaemon(boolean daemon) {
		this.target.setDaemon(daemon);
	}

	@Override
	public @Nullable ThreadGroup getThreadGroup() {
		return this.target.getThreadGroup();
	}

	@Override
	public void setThreadGroup(@Nullable ThreadGroup threadGroup) {
		this.target.setThreadGroup(threadGroup);
	}

	@Override
	public void setThreadGroupName(String name) {
		this.target.setThreadGroupName(name);
	}

	@Override
	public Thread newThread(Runnable runnable) {
		return this.target.newThread(runnable);
	}

	@Override
	public Thread createThread(Runnable runnable) {
		return this.target.createThread(runnable);
	}

	@Override
	public String toString() {
		return this.target.toString();
	}

}
