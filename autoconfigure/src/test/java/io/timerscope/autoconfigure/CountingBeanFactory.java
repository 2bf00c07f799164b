package io.timerscope.autoconfigure;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

/**
 * Writes down what all definitions are looked at for, by watching one of them. An answer
 * that the container remembers is no look.
 */
@SuppressWarnings("serial") // never written
final class CountingBeanFactory extends DefaultListableBeanFactory {

	private static final String WATCHED = "watched";

	private final List<String> looks = new CopyOnWriteArrayList<>();

	private String reason = "";

	CountingBeanFactory() {
		registerBeanDefinition(WATCHED, new RootBeanDefinition(Object.class, Object::new));
		this.looks.clear();
	}

	List<String> looks() {
		return List.copyOf(this.looks);
	}

	@Override
	public String[] getBeanNamesForType(ResolvableType type, boolean includeNonSingletons, boolean allowEagerInit) {
		this.reason = type.toString();
		return super.getBeanNamesForType(type, includeNonSingletons, allowEagerInit);
	}

	@Override
	public String[] getBeanNamesForType(@Nullable Class<?> type, boolean includeNonSingletons, boolean allowEagerInit) {
		this.reason = (type == null) ? "?" : type.getName();
		return super.getBeanNamesForType(type, includeNonSingletons, allowEagerInit);
	}

	/** Asked for each definition when one is looked for by its type. */
	@Override
	public boolean isAlias(String name) {
		if (name.equals(WATCHED)) {
			this.looks.add(this.reason);
		}
		return super.isAlias(name);
	}

	@Override
	public <A extends Annotation> @Nullable A findAnnotationOnBean(String beanName, Class<A> annotationType,
			boolean allowFactoryBeanInit) {
		if (beanName.equals(WATCHED)) {
			this.looks.add("@" + annotationType.getName());
		}
		return super.findAnnotationOnBean(beanName, annotationType, allowFactoryBeanInit);
	}

}
