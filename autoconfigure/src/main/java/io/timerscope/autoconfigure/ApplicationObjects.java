package io.timerscope.autoconfigure;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import io.timerscope.EndedObjects;
import io.timerscope.Owner;
import io.timerscope.spring.bean.BeanOwners;
import io.timerscope.spring.held.KnownEndedObjects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * What is known of the objects that tasks capture: by Timerscope, by {@link EndedObjects}
 * beans of the application, and as beans. The classes that Timerscope knows are not
 * looked for before the first task is read.
 */
final class ApplicationObjects implements EndedObjects {

	private final Supplier<List<EndedObjects>> known;

	private final @Nullable BeanOwners beans;

	/**
	 * Knows what the given objects know, too.
	 * @param own the application's
	 * @param beans the application's beans, or {@code null} where they own no tasks
	 */
	ApplicationObjects(List<EndedObjects> own, @Nullable BeanOwners beans) {
		this.known = SingletonSupplier.of(() -> known(own));
		this.beans = beans;
	}

	private static List<EndedObjects> known(List<EndedObjects> own) {
		List<EndedObjects> known = new ArrayList<>(own);
		ClassLoader classLoader = ClassUtils.getDefaultClassLoader();
		known.add(
				new KnownEndedObjects((classLoader != null) ? classLoader : ApplicationObjects.class.getClassLoader()));
		return known;
	}

	@Override
	public @Nullable String ended(Object object, Owner owner) {
		for (EndedObjects it : this.known.get()) {
			String ended = it.ended(object, owner);
			if (ended != null) {
				return ended;
			}
		}
		return null;
	}

	@Override
	public boolean isSettled(Field field) {
		return this.known.get().stream().anyMatch((it) -> it.isSettled(field));
	}

	/** Where beans are not known, any object but the task itself may be one. */
	@Override
	public boolean isShared(Object object) {
		BeanOwners beans = this.beans;
		boolean shared = (beans != null) ? beans.isShared(object)
				: !(object instanceof Runnable) && !(object instanceof Callable<?>);
		return shared || this.known.get().stream().anyMatch((it) -> it.isShared(object));
	}

}
