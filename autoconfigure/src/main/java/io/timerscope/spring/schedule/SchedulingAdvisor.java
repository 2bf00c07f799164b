package io.timerscope.spring.schedule;

import java.lang.reflect.Method;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;

/**
 * Advises the scheduling methods, and those that concern a pool's queue, so that every
 * other call goes straight to the target.
 */
@SuppressWarnings("serial")
public final class SchedulingAdvisor extends StaticMethodMatcherPointcutAdvisor {

	private final transient SchedulingMethods methods;

	public SchedulingAdvisor(SchedulingMethods methods, SchedulingInterceptor interceptor) {
		super(interceptor);
		this.methods = methods;
	}

	private SchedulingAdvisor(SchedulingMethods methods) {
		super((MethodInterceptor) (invocation) -> CallOnItsWay.arrive((ProxyMethodInvocation) invocation));
		this.methods = methods;
	}

	/** The last one in somebody else's proxy, next to the scheduler. */
	public static SchedulingAdvisor innermost(SchedulingMethods methods) {
		return new SchedulingAdvisor(methods);
	}

	@Override
	public boolean matches(Method method, Class<?> targetClass) {
		return this.methods.find(method) != null || QueueMethods.contains(method);
	}

	/** The key by which classes of proxies are kept; the same for every scheduler. */
	@Override
	public String toString() {
		return SchedulingAdvisor.class.getName();
	}

}
