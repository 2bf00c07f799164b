package io.timerscope.autoconfigure;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.timerscope.Admission;
import io.timerscope.EndedObjects;
import io.timerscope.OwnerResolver;
import io.timerscope.TimeSource;
import io.timerscope.TrackingPolicy;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.outside.PoolHolders;
import io.timerscope.spring.bean.BeanOwners;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.util.Assert;

/**
 * Finds what the tracking needs without asking a factory bean what it makes: the answer
 * can take the factory bean, and all that it is made of, before their time. Whoever takes
 * it as a parameter calls the parameter by the bean's name, since the container then asks
 * nobody either.
 * <p>
 * All definitions are looked at once, and not once for each type, until the number of
 * them changes. What is no bean, such as the context itself, is had from here too: as a
 * parameter, the container would look for it among all beans first.
 */
final class EarlyBeans implements BeanFactoryAware, ApplicationContextAware {

	private static final List<Class<?>> TYPES = List.of(TaskLedger.class, TimerscopeProperties.class,
			UserSettings.class, BeanOwners.class, TrackingPolicy.class, OwnerResolver.class, TimeSource.class,
			Admission.class, EndedObjects.class, PoolHolders.class);

	/** Weak, since futures lead to the ledger and from there to here. */
	private @Nullable WeakReference<ConfigurableListableBeanFactory> beans;

	private @Nullable WeakReference<ConfigurableApplicationContext> context;

	private @Nullable Look look;

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beans = new WeakReference<>((ConfigurableListableBeanFactory) beanFactory);
	}

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = new WeakReference<>((ConfigurableApplicationContext) context);
	}

	/** The bean factory that this is a bean of. */
	ConfigurableListableBeanFactory beans() {
		ConfigurableListableBeanFactory beans = (this.beans != null) ? this.beans.get() : null;
		Assert.state(beans != null, "there is no bean factory");
		return beans;
	}

	/** The context that this is a bean of. */
	ConfigurableApplicationContext context() {
		ConfigurableApplicationContext context = (this.context != null) ? this.context.get() : null;
		Assert.state(context != null, "there is no application context");
		return context;
	}

	/** The bean of a name, or {@code null}. Looks at no other. */
	<T> @Nullable T named(String name, Class<T> type) {
		ListableBeanFactory beans = beans();
		return beans.containsBean(name) ? beans.getBean(name, type) : null;
	}

	TimerscopeProperties properties() {
		return get(TimerscopeProperties.class);
	}

	/** The one bean of a type, or {@code null}. */
	<T> @Nullable T find(Class<T> type) {
		ListableBeanFactory beans = beans();
		List<String> names = names(beans, type);
		return switch (names.size()) {
			case 0 -> null;
			case 1 -> beans.getBean(names.get(0), type);
			default -> beans.getBean(type);
		};
	}

	/** All beans of a type, in their order. */
	<T> List<T> all(Class<T> type) {
		ListableBeanFactory beans = beans();
		return names(beans, type).stream()
			.map((name) -> beans.getBean(name, type))
			.sorted(AnnotationAwareOrderComparator.INSTANCE)
			.toList();
	}

	<T> T find(Class<T> type, Supplier<T> otherwise) {
		T found = find(type);
		return (found != null) ? found : otherwise.get();
	}

	<T> T get(Class<T> type) {
		T found = find(type);
		Assert.state(found != null, () -> "no bean of type " + type.getName());
		return found;
	}

	private List<String> names(ListableBeanFactory beans, Class<?> type) {
		Assert.isTrue(TYPES.contains(type), () -> type.getName() + " is none of " + TYPES);
		Look look = this.look;
		int definitions = beans.getBeanDefinitionCount();
		if (look == null || look.definitions() != definitions) {
			look = new Look(definitions, look(beans));
			this.look = look;
		}
		return look.names().getOrDefault(type, List.of());
	}

	private static Map<Class<?>, List<String>> look(ListableBeanFactory beans) {
		Map<Class<?>, List<String>> names = new HashMap<>();
		for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, Object.class, true, false)) {
			Class<?> type = beans.getType(name, false);
			if (type != null) {
				TYPES.stream()
					.filter((it) -> it.isAssignableFrom(type))
					.forEach((it) -> names.computeIfAbsent(it, (key) -> new ArrayList<>()).add(name));
			}
		}
		return names;
	}

	/**
	 * What one look has found.
	 *
	 * @param definitions how many definitions there were
	 * @param names the names of the beans of each type
	 */
	private record Look(int definitions, Map<Class<?>, List<String>> names) {
	}

}
