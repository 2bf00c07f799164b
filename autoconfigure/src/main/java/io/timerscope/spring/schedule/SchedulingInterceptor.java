package io.timerscope.spring.schedule;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

import io.timerscope.ledger.TaskTracker;
import io.timerscope.spring.schedule.SchedulingMethods.Handle;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.TargetClassAware;

/**
 * Sends the scheduling methods of a proxy to the decorators.
 */
public final class SchedulingInterceptor implements MethodInterceptor {

	private final SchedulingMethods methods;

	private final Decorators decorators;

	private final @Nullable TaskTracker tracker;

	private SchedulingInterceptor(SchedulingMethods methods, Decorators decorators, @Nullable TaskTracker tracker) {
		this.methods = methods;
		this.decorators = decorators;
		this.tracker = tracker;
	}

	/** For a proxy of ours: the decorators stand before the one target. */
	public static SchedulingInterceptor before(Object target, SchedulingMethods methods, TaskTracker tracker) {
		List<Object> decorators = methods.sides().stream().map((side) -> side.decorate(target, tracker)).toList();
		return new SchedulingInterceptor(methods, (side, invocation) -> decorators.get(side), tracker);
	}

	/**
	 * For somebody else's proxy: each call goes on through the other advice, with the
	 * user's own task.
	 */
	public static SchedulingInterceptor within(SchedulingMethods methods, TaskTracker tracker) {
		return new SchedulingInterceptor(methods, (side, invocation) -> {
			SchedulingMethods.Side<?> seen = methods.sides().get(side);
			return seen.decorate(goingOn(invocation, seen.type()), tracker);
		}, tracker);
	}

	/** For the class of a proxy that has no target yet. */
	public static SchedulingInterceptor nowhere(SchedulingMethods methods) {
		return new SchedulingInterceptor(methods, (side, invocation) -> {
			throw new IllegalStateException("no scheduler to give the task to");
		}, null);
	}

	public SchedulingMethods methods() {
		return this.methods;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Handle handle = this.methods.find(invocation.getMethod());
		if (handle == null) {
			return (this.tracker == null) ? invocation.proceed() : QueueMethods.call(invocation, this.tracker);
		}
		Object decorator = this.decorators.of(handle.side(), invocation);
		return fitting(invocation.getMethod(), handle.call(decorator, invocation.getArguments()));
	}

	/** A class may promise a more special future than the decorator returns. */
	private static @Nullable Object fitting(Method method, @Nullable Object future) {
		Class<?> promised = method.getReturnType();
		return (future == null || promised.isPrimitive() || promised.isInstance(future)) ? future
				: TaskTracker.bare(future);
	}

	private static Object goingOn(MethodInvocation invocation, Class<?> type) {
		return Proxy.newProxyInstance(SchedulingInterceptor.class.getClassLoader(),
				new Class<?>[] { type, TargetClassAware.class },
				(proxy, method, arguments) -> goOn((ProxyMethodInvocation) invocation, method, arguments));
	}

	private static @Nullable Object goOn(ProxyMethodInvocation invocation, Method method,
			@Nullable Object @Nullable [] arguments) throws Throwable {
		if (method.getName().equals(invocation.getMethod().getName())) {
			return (arguments == null) ? invocation.proceed() : CallOnItsWay.proceed(invocation, arguments);
		}
		Object target = invocation.getThis();
		if (target == null || method.getDeclaringClass() == TargetClassAware.class) {
			return (target == null) ? null : target.getClass();
		}
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	@FunctionalInterface
	private interface Decorators {

		Object of(int side, MethodInvocation invocation);

	}

}
