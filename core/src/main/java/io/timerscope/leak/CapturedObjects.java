package io.timerscope.leak;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import io.timerscope.EndedObjects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a task captures: the fields of its object and, one level down, the fields of
 * what they hold. A class whose fields are closed to reflection, as those of the JDK are,
 * is passed over.
 */
public final class CapturedObjects {

	/** Decorators of one task around another, each of which is no level of its own. */
	private static final int DECORATORS = 4;

	private static final Field[] NONE = {};

	private final Predicate<Field> isRead;

	/** Kept by the classes themselves, so that none is held here. */
	private final ClassValue<Field[]> fields = new ClassValue<>() {

		@Override
		protected Field[] computeValue(Class<?> type) {
			return readableFields(type);
		}

	};

	/**
	 * Reads some fields.
	 * @param isRead which; asked once per field
	 */
	public CapturedObjects(Predicate<Field> isRead) {
		this.isRead = isRead;
	}

	/**
	 * Reads fields that never change, since another may hold something else by the time
	 * of the next run.
	 */
	public static CapturedObjects ofSettledFields(EndedObjects objects) {
		return new CapturedObjects((field) -> !field.getType().isArray() && objects.isSettled(field));
	}

	/**
	 * Visits the objects that a task captures, those of its own fields first.
	 * @param task the user's object
	 * @param isShared whether to look no further into an object
	 * @param visitor returns whether it wants more
	 */
	public void visit(Object task, Predicate<Object> isShared, Predicate<Object> visitor) {
		List<Object> captured = new ArrayList<>();
		List<Object> inner = new ArrayList<>();
		collect(task, captured, DECORATORS);
		for (Object object : captured) {
			if (!visitor.test(object)) {
				return;
			}
			if (!isShared.test(object)) {
				collect(object, inner, 0);
			}
		}
		for (Object object : inner) {
			if (!visitor.test(object)) {
				return;
			}
		}
	}

	private void collect(Object object, List<Object> captured, int decorators) {
		for (Field field : this.fields.get(object.getClass())) {
			Object value = read(field, object);
			if (value == null) {
				continue;
			}
			if (decorators > 0 && isTask(value)) {
				collect(value, captured, decorators - 1);
			}
			captured.add(value);
		}
	}

	private static boolean isTask(Object object) {
		return object instanceof Runnable || object instanceof Callable<?>;
	}

	private static @Nullable Object read(Field field, Object object) {
		try {
			return field.get(object);
		}
		catch (IllegalAccessException ex) {
			return null;
		}
	}

	private Field[] readableFields(Class<?> type) {
		List<Field> fields = new ArrayList<>();
		for (Class<?> it = type; it != null && !isOfJdk(it); it = it.getSuperclass()) {
			addReadable(it, fields);
		}
		return fields.toArray(NONE);
	}

	/** A class may also fail to link, since one of its fields is of a missing class. */
	private void addReadable(Class<?> type, List<Field> fields) {
		try {
			for (Field field : type.getDeclaredFields()) {
				if (isWorthReading(field) && this.isRead.test(field) && field.trySetAccessible()) {
					fields.add(field);
				}
			}
		}
		catch (RuntimeException | LinkageError ex) {
			return;
		}
	}

	private static boolean isWorthReading(Field field) {
		int modifiers = field.getModifiers();
		Class<?> type = field.getType();
		return !Modifier.isStatic(modifiers) && !type.isPrimitive() && !type.isEnum() && type != String.class
				&& type != Class.class;
	}

	public static boolean isOfJdk(Class<?> type) {
		ClassLoader loader = type.getClassLoader();
		return loader == null || loader == ClassLoader.getPlatformClassLoader();
	}

}
