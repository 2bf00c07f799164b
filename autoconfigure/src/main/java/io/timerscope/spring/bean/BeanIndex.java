package io.timerscope.spring.bean;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import io.timerscope.spring.BeanNames;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Which beans a class belongs to. A frame names the class that declares the method, so
 * superclasses count too. Filled while beans are made, which makes none before its time.
 * Lives and dies with its application context, and so do the classes it holds.
 */
final class BeanIndex {

	private static final String LAMBDA = "$$Lambda";

	private final Map<Class<?>, Set<String>> names = new ConcurrentHashMap<>();

	private final Map<String, Class<?>> byName = new ConcurrentHashMap<>();

	void add(Class<?> type, String beanName) {
		String name = BeanNames.shown(beanName);
		Class<?> declaring = ClassUtils.getUserClass(type);
		if (names(declaring).contains(name)) {
			return;
		}
		while (declaring != null && declaring != Object.class && !declaring.isInterface()) {
			this.names.compute(declaring, (key, names) -> with(names, name));
			this.byName.put(declaring.getName(), declaring);
			declaring = declaring.getSuperclass();
		}
	}

	/**
	 * The beans of a class or, for a lambda or nested class, of the nearest class around
	 * it. The name tells which that is: a lambda shares its nest with all that are nested
	 * in one outermost class, and not every compiler makes nests.
	 */
	Set<String> namesAround(Class<?> type) {
		Class<?> declaring = ClassUtils.getUserClass(type);
		Set<String> names = names(declaring);
		String name = declaring.getName();
		int end = declaring.isHidden() ? name.indexOf(LAMBDA) : name.lastIndexOf('$');
		while (names.isEmpty() && end > 0) {
			Class<?> around = this.byName.get(name.substring(0, end));
			if (around != null && around.getClassLoader() == declaring.getClassLoader()) {
				return names(around);
			}
			end = name.lastIndexOf('$', end - 1);
		}
		return names.isEmpty() ? names(declaring.getNestHost()) : names;
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

	private static Set<String> with(@Nullable Set<String> names, String name) {
		if (names == null) {
			return Set.of(name);
		}
		Set<String> more = new TreeSet<>(names);
		more.add(name);
		return more;
	}

}
