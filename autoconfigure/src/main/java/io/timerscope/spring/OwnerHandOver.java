package io.timerscope.spring;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import io.timerscope.OwnerContext;
import io.timerscope.OwnerSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Lets a request, session or scope travel with Micrometer's context propagation, as
 * {@code ContextPropagatingTaskDecorator} and Reactor use it. What travels names an owner
 * and keeps neither request nor session. Registered for as long as the application lives.
 *
 * @since 0.1.0
 */
public final class OwnerHandOver implements ThreadLocalAccessor<OwnerSource>, InitializingBean, DisposableBean {

	private final OwnerContext context;

	private final String key;

	/**
	 * Hands the owners of one ledger over.
	 * @param context the owners of the threads
	 */
	public OwnerHandOver(OwnerContext context) {
		this.context = context;
		this.key = "io.timerscope.owner." + Integer.toHexString(System.identityHashCode(context));
	}

	@Override
	public void afterPropertiesSet() {
		ContextRegistry.getInstance().registerThreadLocalAccessor(this);
	}

	@Override
	public void destroy() {
		ContextRegistry.getInstance().removeThreadLocalAccessor(this.key);
	}

	@Override
	public Object key() {
		return this.key;
	}

	@Override
	public @Nullable OwnerSource getValue() {
		return this.context.source();
	}

	@Override
	public void setValue(OwnerSource value) {
		this.context.swap(value);
	}

	@Override
	public void setValue() {
		this.context.swap(null);
	}

}
