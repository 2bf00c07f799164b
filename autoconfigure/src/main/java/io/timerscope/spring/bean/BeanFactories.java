package io.timerscope.spring.bean;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The factories whose beans share one set of owners: that of the context which made the
 * owners, and those of the contexts below it. Held weakly, since a child may go first.
 */
final class BeanFactories {

	private final List<WeakReference<ConfigurableListableBeanFactory>> factories = new CopyOnWriteArrayList<>();

	void add(ConfigurableListableBeanFactory factory) {
		this.factories.removeIf((it) -> it.get() == null);
		this.factories.add(new WeakReference<>(factory));
	}

	/** Whether a singleton of the name lives in another factory than this one. */
	boolean haveSingletonBeside(@Nullable BeanFactory factory, String name) {
		for (WeakReference<ConfigurableListableBeanFactory> reference : this.factories) {
			ConfigurableListableBeanFactory other = reference.get();
			if (other != null && other != factory && other.containsSingleton(name)) {
				return true;
			}
		}
		return false;
	}

	/** Whether a bean of the name may still be made, as far as anybody knows. */
	boolean mayHave(String name) {
		for (WeakReference<ConfigurableListableBeanFactory> reference : this.factories) {
			ConfigurableListableBeanFactory factory = reference.get();
			if (factory != null && (factory.containsBeanDefinition(name) || factory.containsSingleton(name))) {
				return true;
			}
		}
		return this.factories.isEmpty();
	}

}
