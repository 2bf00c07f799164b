package io.timerscope.autoconfigure;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.util.Assert;

/**
 * Finds what the tracking needs without asking a factory bean what it makes: the answer
 * can take the factory bean, and all that it is made of, before their time. Whoever takes
 * it as a parameter calls the parameter by the bean's name, since the container then asks
 * nobody either.
 */
final class Collaborators implements BeanFactoryAware {

	/** Weak, since futures lead to the ledger and from there to here. */
	private @Nullable WeakReference<ListableBeanFactory> beans;

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beans = new WeakReference<>((ListableBeanFactory) beanFactory);
	}

	private ListableBeanFactory beans() {
		ListableBeanFactory beans = (this.beans != null) ? this.beans.get() : null;
		Assert.state(beans != null, "there is no bean factory");
		return beans;
	}

	/** The one bean of a type, or {@code null}. */
	<T> @Nullable T find(Class<T> type) {
		ListableBeanFactory beans = beans();
		String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false);
		return switch (names.length) {
			case 0 -> null;
			case 1 -> beans.getBean(names[0], type);
			default -> beans.getBean(type);
		};
	}

	/** All beans of a type, in their order. */
	<T> List<T> all(Class<T> type) {
		ListableBeanFactory beans = beans();
		return Arrays.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false))
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

}
