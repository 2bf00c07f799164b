package io.timerscope.spring.bean;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.timerscope.spring.BeanNames;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Which beans a class belongs to. A frame names the class that declares the method, so
 * superclasses count too. Filled while beans are made, which makes none before its time.
 * Lives and dies with its application context, and so do the classes it holds. Names that
 * are gone are forgotten where there are many.
 */
final class BeanIndex {

	private static final String LAMBDA = "$$Lambda";

	/** How many names a class has before anybody asks which are gone. */
	private static final int MANY = 256;

	private final Map<Class<?>, Set<String>> names = new ConcurrentHashMap<>();

	/** How many names a class may have next time, if more than {@link #MANY}. */
	private final Map<Class<?>, Integer> room = new ConcurrentHashMap<>();

	private final Map<String, Class<?>> byName = new ConcurrentHashMap<>();

	private final Predicate<String> mayBe;

	/**
	 * Starts without any bean.
	 * @param mayBe whether there may be a bean of a name
	 */
	BeanIndex(Predicate<String> mayBe) {
		this.mayBe = mayBe;
	}

	void add(Class<?> type, String beanName) {
		String name = BeanNames.shown(beanName);
		Class<?> declaring = ClassUtils.getUserClass(type);
		while (declaring != null && declaring != Object.class && !declaring.isInterface()) {
			if (!names(declaring).contains(name)) {
				addMissing(declaring, name);
			}
			declaring = declaring.getSuperclass();
		}
	}

	/** Not while others are forgotten, which would take the class out again. */
	private synchronized void addMissing(Class<?> declaring, String name) {
		this.names.put(declaring, with(declaring, this.names.get(declaring), name));
		this.byName.put(declaring.getName(), declaring);
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
		Class<?> type = this.byName.get(className);
		return (type != null) ? names(type) : Set.of();
	}

	/** Lets go of the names of beans that are gone. */
	synchronized void forgetGone() {
		this.names.replaceAll((type, names) -> remaining(names));
		this.names.values().removeIf(Set::isEmpty);
		this.room.keySet().removeIf((type) -> !this.names.containsKey(type));
		this.byName.values().removeIf((type) -> !this.names.containsKey(type));
	}

	private Set<String> names(Class<?> type) {
		Set<String> names = this.names.get(type);
		return (names != null) ? names : Set.of();
	}

	private Set<String> with(Class<?> type, @Nullable Set<String> known, String name) {
		if (known == null || known.isEmpty()) {
			return Set.of(name);
		}
		if (known.contains(name)) {
			return known;
		}
		Set<String> names = (known.size() < this.room.getOrDefault(type, MANY)) ? known : remaining(type, known);
		return (names instanceof NamesSoFar more) ? more.with(name)
				: NamesSoFar.of(names.isEmpty() ? List.of(name) : List.of(names.iterator().next(), name));
	}

	private Set<String> remaining(Class<?> type, Set<String> known) {
		Set<String> names = remaining(known);
		this.room.put(type, Math.max(MANY, names.size() * 2));
		return names;
	}

	private Set<String> remaining(Set<String> names) {
		List<String> remaining = names.stream().filter(this.mayBe).toList();
		return (remaining.size() == names.size()) ? names : NamesSoFar.of(remaining);
	}

}
