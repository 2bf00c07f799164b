package io.timerscope.spring.schedule;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.ledger.TaskTracker;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import org.springframework.aop.TargetClassAware;
import org.springframework.aop.support.AopUtils;

/**
 * An executor that knows Spring's triggered tasks. Each hands itself over again while it
 * runs; however often it does, it is one task.
 */
public final class TrackedTriggerExecutor extends TrackedScheduledExecutorService implements TargetClassAware {

	private final TaskTracker tracker;

	@SuppressWarnings("ThreadLocalUsage") // one executor, and empty between runs
	private final ThreadLocal<Recurrence> running = new ThreadLocal<>();

	public TrackedTriggerExecutor(ScheduledExecutorService delegate, TaskTracker tracker) {
		super(delegate, tracker);
		this.tracker = tracker;
	}

	@Override
	public Class<?> getTargetClass() {
		return AopUtils.getTargetClass(delegate());
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		if (!SpringTasks.isTriggered(command)) {
			return super.schedule(command, delay, unit);
		}
		Recurrence running = this.running.get();
		if (running != null && running.isOf(command)) {
			return running.again(delay, unit);
		}
		Recurrence first = new Recurrence(this.tracker, delegate(), this.running, command);
		return first.held(this.tracker.<ScheduledFuture<?>>trackTriggered(command,
				Delays.of(SpringTasks.triggerOf(command)), (run, watch) -> (watch == null)
						? delegate().schedule(run, delay, unit) : first.start(run, watch, delay, unit)));
	}

}
