package io.timerscope.spring;

import java.lang.reflect.Proxy;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

import io.timerscope.ledger.Schedulers;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.pool.SchedulerTraits;
import io.timerscope.spring.SchedulerShape.LeftAlone;
import io.timerscope.spring.SchedulerShape.Tracked;
import io.timerscope.spring.schedule.TaskFaces;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.util.ClassUtils;

/**
 * Brings schedulers into the ledger: finds the shape, opens the tracker, gets the
 * stand-in, and notes the reason where there is none.
 */
final class SchedulerTracking {

	private static final SchedulerTraits EXECUTOR = SchedulerTraits.EXECUTOR.withFace(new TaskFaces());

	private static final SchedulerTraits SCHEDULER = new SchedulerTraits(true, false, TaskRejectedException::new)
		.withFace(new TaskFaces());

	private static final SchedulerTraits HANDING_OFF = new SchedulerTraits(true, true, TaskRejectedException::new)
		.withFace(new TaskFaces());

	private final Supplier<TaskLedger> ledger;

	private final SchedulerProxies proxies;

	private final StandIns standIns = new StandIns();

	SchedulerTracking(Supplier<TaskLedger> ledger, SchedulerProxies proxies) {
		this.ledger = ledger;
		this.proxies = proxies;
	}

	/** Returns what stands in for a scheduler: another object, or the same. */
	Object track(Object scheduler, String name, Class<?> declared) {
		StandIns.StandIn known = this.standIns.of(scheduler);
		Object before = (known == null) ? null : known.reference().get();
		if (known != null && before != null) {
			leaveAlone(name, scheduler, "it is the same scheduler as '" + known.name() + "', which is tracked");
			return before;
		}
		if (isMock(scheduler)) {
			leaveAlone(name, scheduler, Untouchables.MOCK);
			return scheduler;
		}
		if (scheduler instanceof Advised advised) {
			join(advised, name);
			return scheduler;
		}
		SchedulerShape shape = SchedulerShape.of(scheduler.getClass(), declared);
		if (shape instanceof LeftAlone leftAlone) {
			leaveAlone(name, scheduler, leftAlone.reason());
			return scheduler;
		}
		if (shape == Tracked.BEHIND) {
			trackBehind((ConcurrentTaskScheduler) scheduler, name);
			return scheduler;
		}
		return standIn((Tracked) shape, scheduler, name, scheduler);
	}

	/**
	 * Takes part in a proxy that others put around what is tracked already. Inside it a
	 * task may be another than the user's, scheduled on another line.
	 */
	void joinAround(Object tracked) {
		Object target = SchedulerProxies.unwrap(tracked);
		StandIns.StandIn known = this.standIns.of(target);
		if (known != null && SchedulerProxies.isAdvisedByOthers(tracked)) {
			this.ledger.get()
				.schedulers()
				.tracked()
				.stream()
				.filter((tracker) -> tracker.name().equals(known.name()))
				.findFirst()
				.ifPresent((tracker) -> this.proxies.join((Advised) tracked, target.getClass(), tracker));
		}
	}

	/** A scheduler that was asked for early is complete only now. */
	void complete(Object scheduler) {
		StandIns.StandIn known = this.standIns.of(scheduler);
		Object standIn = (known == null) ? null : known.reference().get();
		if (standIn != null) {
			SpringFields.copy(scheduler, standIn);
		}
	}

	/** Notes that a scheduler is not tracked. */
	void leaveAlone(String name, Object scheduler, String reason) {
		leaveAlone(name, typeOf(scheduler), reason);
	}

	void leaveAlone(String name, Class<?> type, String reason) {
		this.ledger.get().schedulers().leaveAlone(name, type.getName(), reason);
	}

	/**
	 * Where the tasks of a tracked scheduler are counted.
	 * @return a name, or {@code null} if it is not known here
	 */
	@Nullable String nameOf(Object tracked) {
		StandIns.StandIn standIn = this.standIns.of(SchedulerProxies.unwrap(tracked));
		return (standIn == null) ? null : standIn.name();
	}

	int known() {
		return this.standIns.size();
	}

	boolean isMock(Object scheduler) {
		return Untouchables.isMock(scheduler, this.proxies.classLoader());
	}

	/** Whether a scheduler never passed by. */
	boolean isUnknown(String name) {
		Schedulers schedulers = this.ledger.get().schedulers();
		return schedulers.tracked().stream().noneMatch((tracker) -> tracker.name().equals(name))
				&& schedulers.untracked().stream().noneMatch((untracked) -> untracked.name().equals(name));
	}

	private Object standIn(Tracked shape, Object scheduler, String name, Object bean) {
		try {
			this.proxies.prepare(shape, scheduler.getClass());
		}
		catch (RuntimeException | LinkageError ex) {
			leaveAlone(name, bean, "no proxy of its class can be made: " + ex.getMessage());
			return scheduler;
		}
		Object standIn = this.proxies.make(shape, scheduler, tracker(name, scheduler, bean));
		this.standIns.add(scheduler, standIn, name);
		return standIn;
	}

	private void join(Advised advised, String name) {
		Class<?> type = AopUtils.getTargetClass(advised);
		String untouchable = Untouchables.reason(type);
		if (untouchable != null || advised.isFrozen()) {
			leaveAlone(name, advised, (untouchable != null) ? untouchable : "it is a proxy that is frozen");
			return;
		}
		Object target = SchedulerProxies.unwrap(advised);
		this.proxies.join(advised, (target == advised) ? type : target.getClass(), tracker(name, target, advised));
		this.standIns.add(target, advised, name);
	}

	private void trackBehind(ConcurrentTaskScheduler scheduler, String name) {
		ExecutorBehind behind = new ExecutorBehind(scheduler);
		ScheduledExecutorService executor = behind.get();
		if (executor == null) {
			leaveAlone(name, scheduler, "the executor that it runs on is not known");
			return;
		}
		if (SchedulerProxies.isTracked(executor)) {
			String counted = nameOf(executor);
			leaveAlone(name, scheduler,
					"its tasks are counted where they run" + ((counted == null) ? "" : ", under '" + counted + "'"));
			return;
		}
		SchedulerShape shape = isMock(executor) ? new LeftAlone(Untouchables.MOCK)
				: SchedulerShape.of(executor.getClass(), ScheduledExecutorService.class);
		if (shape instanceof Tracked tracked && tracked != Tracked.BEHIND) {
			behind.replace((ScheduledExecutorService) standIn(tracked, executor, name, scheduler));
		}
		else if (shape instanceof LeftAlone leftAlone) {
			leaveAlone(name, scheduler, "it runs on " + executor.getClass().getName() + ": " + leftAlone.reason());
		}
	}

	private TaskTracker tracker(String name, Object scheduler, Object bean) {
		return this.ledger.get()
			.schedulers()
			.track(name, typeOf(bean).getName(), traits(scheduler), TaskSchedulerPoolView.of(scheduler));
	}

	private static SchedulerTraits traits(Object scheduler) {
		if (scheduler instanceof SimpleAsyncTaskScheduler) {
			return HANDING_OFF;
		}
		return (scheduler instanceof TaskScheduler) ? SCHEDULER : EXECUTOR;
	}

	/**
	 * The user's class, behind all proxies; an interface where there is no more than
	 * that.
	 */
	private static Class<?> typeOf(Object scheduler) {
		Class<?> type = ClassUtils.getUserClass(AopUtils.getTargetClass(SchedulerProxies.unwrap(scheduler)));
		if (Proxy.isProxyClass(type)) {
			for (Class<?> seen : type.getInterfaces()) {
				if (SchedulerProxies.isScheduler(seen)) {
					return seen;
				}
			}
		}
		return type;
	}

}
