package io.timerscope.spring;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Which beans a class belongs to. A frame names the class that declares the method, so
 * superclasses count too. Filled while beans are made, which makes none before its time.
 * Lives and dies with its application context, and so do the classes it holds.
 */
final class BeanIndex {

	private static final String SCOPED_TARGET = "scopedTarget.";

	private final Map<Class<?>, Set<String>> names = new ConcurrentHashMap<>();

	void add(Class<?> type, String beanName) {
		String name = displayName(beanName);
		Class<?> declaring = ClassUtils.getUserClass(type);
		if (names(declaring).contains(name)) {
			return;
		}
		while (declaring != null && declaring != Object.class && !declaring.isInterface()) {
			this.names.compute(declaring, (key, names) -> with(names, name));
			declaring = declaring.getSuperclass();
		}
	}

	/** The beans of a class or, for a lambda or nested class, of the class around it. */
	Set<String> namesAround(Class<?> type) {
		Set<String> names = names(ClassUtils.getUserClass(type));
		return names.isEmpty() ? names(type.getNestHost()) : names;
	}

	/** Whether an object of a class can be a bean. */
	boolean isBean(Class<?> type) {
		return !names(ClassUtils.getUserClass(type)).isEmpty();
	}

	/** The beans of a class of which only the name is known. */
	Set<String> namesOf(String className) {
		return this.names.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().getName().equals(className))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(Set.of());
	}

	private Set<String> names(Class<?> type) {
		Set<String> names = this.names.get(type);
		return (names != null) ? names : Set.of();
	}

	/** A bean behind a scoped proxy is known by the proxy's name. */
	static String displayName(String beanName) {
		return beanName.startsWith(SCOPED_TARGET) ? beanName.substring(SCOPED_TARGET.length()) : beanName;
	}

	private static Set<String> with(@Nullable Set<String> names, String name) {
		if (names == null) {
			return Set.of(name);
		}
		Set<String> more = new TreeSet<>(names);
		more.add(name);
		return more;
	}

}
