package io.timerscope.spring.held;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.timerscope.Site;
import io.timerscope.handmade.HandmadeTimers;
import io.timerscope.outside.HeldPool;
import io.timerscope.outside.PoolHolders;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.HierarchicalBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.util.function.SingletonSupplier;

/**
 * Looks through the singletons that are there for the pools that they hold. Makes no bean
 * and calls no method of one. A walk is not repeated before twenty times its length has
 * passed.
 *
 * @since 0.1.0
 */
public final class BeanPools implements PoolHolders {

	private static final int REST = 20;

	private final ConfigurableListableBeanFactory beanFactory;

	private final Supplier<ApplicationClasses> classes;

	private final Supplier<@Nullable HandmadeTimers> handmade;

	private long restsUntil = System.nanoTime();

	/**
	 * Prepares to look.
	 * @param beanFactory whose singletons, and whose parents', are looked through
	 * @param packages the packages of the application, asked for when they are needed
	 * @param libraryPackages further packages that are not the application's
	 * @param handmade knows the threads that an agent saw, or {@code null} where there is
	 * none
	 */
	public BeanPools(ConfigurableListableBeanFactory beanFactory, Supplier<List<String>> packages,
			List<String> libraryPackages, Supplier<@Nullable HandmadeTimers> handmade) {
		this.beanFactory = beanFactory;
		this.handmade = handmade;
		this.classes = SingletonSupplier.of(() -> new ApplicationClasses(packages.get(), libraryPackages));
	}

	@Override
	public synchronized @Nullable List<HeldPool> find(Predicate<List<HeldPool>> isEnough) {
		long start = System.nanoTime();
		if (start - this.restsUntil < 0) {
			return null;
		}
		List<HeldPool> found = walk(isEnough);
		long end = System.nanoTime();
		this.restsUntil = end + (end - start) * REST;
		return found;
	}

	@Override
	public @Nullable Site madeAt(Thread thread) {
		HandmadeTimers timers = this.handmade.get();
		return (timers == null) ? null : timers.madeAt(thread);
	}

	@Override
	public boolean isTracked(Thread thread) {
		HandmadeTimers timers = this.handmade.get();
		return timers != null && timers.isOfBean(thread);
	}

	@Override
	public @Nullable String library(Class<?> type) {
		return this.classes.get().library(type);
	}

	private List<HeldPool> walk(Predicate<List<HeldPool>> isEnough) {
		PoolWalk walk = new PoolWalk(this.classes.get(), isEnough);
		for (SingletonBeanRegistry registry : registries(this.beanFactory)) {
			walk.addBeans(registry);
		}
		return walk.run();
	}

	private static List<SingletonBeanRegistry> registries(BeanFactory first) {
		List<SingletonBeanRegistry> registries = new ArrayList<>();
		BeanFactory factory = first;
		while (factory != null) {
			SingletonBeanRegistry registry = PoolWalk.registry(factory);
			if (registry != null) {
				registries.add(registry);
			}
			factory = (factory instanceof HierarchicalBeanFactory child) ? child.getParentBeanFactory() : null;
		}
		return registries;
	}

}
