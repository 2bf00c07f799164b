package io.timerscope.spring.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;

import io.timerscope.ledger.TaskTracker;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.util.ErrorHandler;

/**
 * A tracked {@link SimpleAsyncTaskScheduler}. Three of its getters are final, which a
 * generated proxy would answer from fields that were never set; here their state is kept
 * in step. Everything else is the target's; its own executors never start a thread. Not
 * final, so that others can advise the bean.
 */
@SuppressWarnings("serial")
public class TrackedSimpleAsyncTaskScheduler extends SimpleAsyncTaskScheduler implements ForwardingScheduler {

	private final transient SimpleAsyncTaskScheduler target;

	private final transient TrackedTaskScheduler scheduler;

	private final transient TrackedAsyncTaskExecutor executor;

	TrackedSimpleAsyncTaskScheduler(SimpleAsyncTaskScheduler target, TaskTracker tracker) {
		this.target = target;
		this.scheduler = new TrackedTaskScheduler(target, tracker);
		this.executor = new TrackedAsyncTaskExecutor(target, tracker);
		super.setConcurrencyLimit(target.getConcurrencyLimit());
		super.setThreadFactory(target.getThreadFactory());
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
	public void setConcurrencyLimit(int concurrencyLimit) {
		super.setConcurrencyLimit(concurrencyLimit);
		this.target.setConcurrencyLimit(concurrencyLimit);
	}

	@Override
	public void setThreadFactory(@Nullable ThreadFactory threadFactory) {
		super.setThreadFactory(threadFactory);
		this.target.setThreadFactory(threadFactory);
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
	public int getPhase() {
		return this.target.getPhase();
	}

	@Override
	public void setPhase(int phase) {
		this.target.setPhase(phase);
	}

	@Override
	public void setTargetTaskExecutor(Executor targetTaskExecutor) {
		this.target.setTargetTaskExecutor(targetTaskExecutor);
	}

	@Override
	public void setApplicationContext(ApplicationContext applicationContext) {
		this.target.setApplicationContext(applicationContext);
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
	public void close() {
		this.target.close();
	}

	@Override
	public void setVirtualThreads(boolean virtual) {
		this.target.setVirtualThreads(virtual);
	}

	@Override
	public void setTaskDecorator(TaskDecorator taskDecorator) {
		this.target.setTaskDecorator(taskDecorator);
	}

	@Override
	public void setTaskTerminationTimeout(long timeout) {
		this.target.setTaskTerminationTimeout(timeout);
	}

	@Override
	public void setCancelRemainingTasksOnClose(boolean cancelRemainingTasksOnClose) {
		this.target.setCancelRemainingTasksOnClose(cancelRemainingTasksOnClose);
	}

	@Override
	public void setRejectTasksWhenLimitReached(boolean rejectTasksWhenLimitReached) {
		this.target.setRejectTasksWhenLimitReached(rejectTasksWhenLimitReached);
	}

	@Override
	public boolean isActive() {
		return this.target.isActive();
	}

	@Override
	public void setThreadNamePrefix(@Nullable String threadNamePrefix) {
		this.target.setThreadNamePrefix(threadNamePrefix);
	}

	@Override
	public String getThreadNamePrefix() {
		return this.target.getThreadNamePrefix();
	}

	@Override
	public void setThreadPriority(int threadPriority) {
		this.target.setThreadPriority(threadPriority);
	}

	@Override
	public int getThreadPriority() {
		return this.target.getThreadPriority();
	}

	@Override
	public void setDaemon(boolean daemon) {
		this.target.setDaemon(daemon);
	}

	@Override
	public boolean isDaemon() {
		return this.target.isDaemon();
	}

	@Override
	public void setThreadGroupName(String name) {
		this.target.setThreadGroupName(name);
	}

	@Override
	public void setThreadGroup(@Nullable ThreadGroup threadGroup) {
		this.target.setThreadGroup(threadGroup);
	}

	@Override
	public @Nullable ThreadGroup getThreadGroup() {
		return this.target.getThreadGroup();
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
