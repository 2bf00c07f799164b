package io.timerscope.spring;

import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import io.timerscope.ledger.TaskTracker;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.spring.SchedulerShape.Tracked;
import io.timerscope.spring.schedule.ForwardingScheduler;
import io.timerscope.spring.schedule.ForwardingSchedulers;
import io.timerscope.spring.schedule.SchedulingAdvisor;
import io.timerscope.spring.schedule.SchedulingInterceptor;
import io.timerscope.spring.schedule.SchedulingMethods;
import io.timerscope.spring.schedule.TrackedScheduledThreadPoolExecutor;
import io.timerscope.spring.schedule.TrackedScheduler;
import io.timerscope.spring.schedule.TrackedTriggerExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AdvisedSupport;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.EmptyTargetSource;
import org.springframework.aop.target.SingletonTargetSource;
import org.springframework.core.SmartClassLoader;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ClassUtils;

/**
 * Makes what stands in for a scheduler and is still of its type.
 */
public final class SchedulerProxies {

	private @Nullable ClassLoader classLoader = ClassUtils.getDefaultClassLoader();

	void classLoader(ClassLoader classLoader) {
		this.classLoader = classLoader;
	}

	@Nullable ClassLoader classLoader() {
		return this.classLoader;
	}

	public static boolean isScheduler(Object bean) {
		return isScheduler(bean.getClass());
	}

	public static boolean isScheduler(Class<?> type) {
		return TaskScheduler.class.isAssignableFrom(type) || ScheduledExecutorService.class.isAssignableFrom(type);
	}

	/** Whether the tasks of a scheduler are in a ledger already. */
	public static boolean isTracked(Object scheduler) {
		if (scheduler instanceof TrackedScheduler || scheduler instanceof TrackedScheduledExecutorService) {
			return true;
		}
		if (scheduler instanceof Advised advised) {
			for (Advisor advisor : advised.getAdvisors()) {
				if (advisor instanceof SchedulingAdvisor) {
					return true;
				}
			}
			Object target = AopProxyUtils.getSingletonTarget(scheduler);
			return target != null && isTracked(target);
		}
		return false;
	}

	/** Whether others have put a proxy around a scheduler that is tracked. */
	static boolean isAdvisedByOthers(Object scheduler) {
		return scheduler instanceof Advised advised && !advised.isFrozen()
				&& Arrays.stream(advised.getAdvisors()).noneMatch(SchedulingAdvisor.class::isInstance);
	}

	/** The scheduler behind all that stands in for it. */
	public static Object unwrap(Object scheduler) {
		Object target = null;
		if (scheduler instanceof ForwardingScheduler forwarding) {
			target = forwarding.target();
		}
		else if (scheduler instanceof TrackedScheduledExecutorService tracked) {
			target = tracked.delegate();
		}
		else if (scheduler instanceof Advised) {
			target = AopProxyUtils.getSingletonTarget(scheduler);
		}
		return (target == null) ? scheduler : unwrap(target);
	}

	Object make(Tracked shape, Object scheduler, TaskTracker tracker) {
		Object standIn = switch (shape) {
			case FORWARDED -> forward(scheduler, tracker);
			case DECORATED -> new TrackedTriggerExecutor((ScheduledExecutorService) scheduler, tracker);
			case SUBCLASSED, IMPLEMENTED -> proxy(shape, scheduler, tracker);
			case BEHIND -> throw new IllegalArgumentException(shape + " makes nothing new");
		};
		SpringFields.copy(scheduler, standIn);
		return standIn;
	}

	private static Object forward(Object scheduler, TaskTracker tracker) {
		if (scheduler instanceof ThreadPoolTaskScheduler pooled) {
			return ForwardingSchedulers.HERE.pooled(pooled, tracker);
		}
		return (scheduler instanceof SimpleAsyncTaskScheduler simple)
				? ForwardingSchedulers.HERE.simple(simple, tracker)
				: new TrackedScheduledThreadPoolExecutor((ScheduledThreadPoolExecutor) scheduler, tracker);
	}

	/**
	 * Takes part in a proxy that somebody else made: outermost, where the line and the
	 * owner of a task are known, and innermost, so that all other advice sees the task
	 * itself.
	 */
	void join(Advised advised, Class<?> type, TaskTracker tracker) {
		SchedulingMethods methods = new SchedulingMethods(type);
		int last = advised.getAdvisorCount();
		boolean targeted = advised.getTargetSource() != AdvisedSupport.EMPTY_TARGET_SOURCE || last == 0;
		advised.addAdvisor(targeted ? last : last - 1, SchedulingAdvisor.innermost(methods));
		advised.addAdvisor(0, new SchedulingAdvisor(methods, SchedulingInterceptor.within(methods, tracker)));
	}

	/** Fails if the stand-in cannot be made. */
	void prepare(Tracked shape, Class<?> type) {
		if (shape == Tracked.SUBCLASSED || shape == Tracked.IMPLEMENTED) {
			type(shape, type);
		}
	}

	/** The class of the proxy, so that it can be generated ahead of time. */
	Class<?> type(Tracked shape, Class<?> type) {
		ProxyFactory factory = new ProxyFactory();
		factory.setTargetSource(EmptyTargetSource.forClass(type, false));
		return prepare(factory, shape, type, SchedulingInterceptor.nowhere(new SchedulingMethods(type)))
			.getProxyClass(loader(type));
	}

	private Object proxy(Tracked shape, Object scheduler, TaskTracker tracker) {
		Class<?> type = scheduler.getClass();
		ProxyFactory factory = new ProxyFactory();
		factory.setTargetSource(new OneTarget(scheduler));
		return prepare(factory, shape, type,
				SchedulingInterceptor.before(scheduler, new SchedulingMethods(type), tracker))
			.getProxy(loader(type));
	}

	private static ProxyFactory prepare(ProxyFactory factory, Tracked shape, Class<?> type,
			SchedulingInterceptor interceptor) {
		if (shape == Tracked.SUBCLASSED) {
			factory.setProxyTargetClass(true);
		}
		else {
			factory.setInterfaces(ClassUtils.getAllInterfacesForClass(type));
		}
		factory.addInterface(TrackedScheduler.class);
		factory.addAdvisor(new SchedulingAdvisor(interceptor.methods(), interceptor));
		factory.setPreFiltered(true);
		factory.setFrozen(true);
		return factory;
	}

	/** The class itself may have been loaded below a class loader that is thrown away. */
	private @Nullable ClassLoader loader(Class<?> type) {
		return (this.classLoader instanceof SmartClassLoader smart && this.classLoader != type.getClassLoader())
				? smart.getOriginalClassLoader() : this.classLoader;
	}

	/**
	 * The one scheduler, which Spring takes for one that may change. Otherwise Spring
	 * numbers the advice by the order in which the JVM lists the methods. That order can
	 * be another one when the application runs than when its class was generated ahead of
	 * time.
	 */
	@SuppressWarnings("serial")
	private static final class OneTarget extends SingletonTargetSource {

		OneTarget(Object target) {
			super(target);
		}

		@Override
		public boolean isStatic() {
			return false;
		}

	}

}
