package io.timerscope.autoconfigure;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.timerscope.TickListener;
import io.timerscope.finding.FindingBook;
import io.timerscope.finding.FindingListener;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/**
 * The listeners that are beans of one context, for as long as that context lives. The
 * findings and the clock may be those of a context above, which has listeners of its own.
 */
final class ListenersOfContext implements SmartInitializingSingleton, DisposableBean {

	private final ConfigurableListableBeanFactory beans;

	private final TimerscopeClock clock;

	private final Supplier<@Nullable FindingBook> findings;

	private final List<Runnable> removals = new ArrayList<>();

	ListenersOfContext(ConfigurableListableBeanFactory beans, TimerscopeClock clock,
			Supplier<@Nullable FindingBook> findings) {
		this.beans = beans;
		this.clock = clock;
		this.findings = findings;
	}

	@Override
	public void afterSingletonsInstantiated() {
		for (TickListener listener : ofThisContext(TickListener.class)) {
			this.clock.addListener(listener);
			this.removals.add(() -> this.clock.removeListener(listener));
		}
		FindingBook book = this.findings.get();
		if (book != null) {
			for (FindingListener listener : ofThisContext(FindingListener.class)) {
				book.addListener(listener);
				this.removals.add(() -> book.removeListener(listener));
			}
		}
	}

	@Override
	public void destroy() {
		this.removals.forEach(Runnable::run);
	}

	/**
	 * In their order, each made once: of a prototype, the one that is made here hears.
	 */
	private <T> List<T> ofThisContext(Class<T> type) {
		List<T> listeners = new ArrayList<>();
		IdentityHashMap<Object, Object[]> declarations = new IdentityHashMap<>();
		for (String name : this.beans.getBeanNamesForType(type)) {
			BeanDefinition definition = this.beans.containsBeanDefinition(name)
					? this.beans.getMergedBeanDefinition(name) : null;
			Object bean = ScopedProxyUtils.isScopedTarget(name) ? null : this.beans.getBean(name);
			if (type.isInstance(bean)) {
				listeners.add(type.cast(bean));
				declarations.put(bean, declaration(definition, bean.getClass()));
			}
		}
		listeners.sort(AnnotationAwareOrderComparator.INSTANCE.withSourceProvider(declarations::get));
		return listeners;
	}

	/** Where an order may be declared, other than in the class of the listener. */
	private static Object[] declaration(@Nullable BeanDefinition definition, Class<?> type) {
		if (!(definition instanceof RootBeanDefinition root)) {
			return new Object[0];
		}
		Ordered order = (root.getAttribute(AbstractBeanDefinition.ORDER_ATTRIBUTE) instanceof Integer number)
				? () -> number : null;
		Class<?> target = (root.getTargetType() == type) ? null : root.getTargetType();
		return Stream.of(order, root.getResolvedFactoryMethod(), target).filter(Objects::nonNull).toArray();
	}

}
