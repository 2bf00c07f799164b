package io.timerscope.survey;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.concurrent.Callable;

import io.timerscope.leak.CapturedObjects;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two tasks run the same code on the same objects: whether both are of one
 * class and each field of the one holds what the field of the other does. Where a field
 * cannot be read, the answer is no.
 */
final class SameWork {

	/** Decorators of one task around another. */
	private static final int DECORATORS = 4;

	private SameWork() {
	}

	static boolean isSame(Object one, Object other) {
		try {
			return isSame(one, other, DECORATORS);
		}
		catch (IllegalAccessException | RuntimeException | LinkageError ex) {
			return false;
		}
	}

	private static boolean isSame(Object one, Object other, int decorators) throws IllegalAccessException {
		if (one == other) {
			return true;
		}
		if (one.getClass() != other.getClass()) {
			return false;
		}
		for (Class<?> type = one.getClass(); type != Object.class; type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				if (!Modifier.isStatic(field.getModifiers()) && !holdsSame(field, one, other, decorators)) {
					return false;
				}
			}
		}
		return true;
	}

	private static boolean holdsSame(Field field, Object one, Object other, int decorators)
			throws IllegalAccessException {
		if (!field.trySetAccessible()) {
			return false;
		}
		Object value = field.get(one);
		Object otherValue = field.get(other);
		if (value == otherValue || value == null || otherValue == null) {
			return value == otherValue;
		}
		return isValue(value) ? value.equals(otherValue)
				: decorators > 0 && isTask(value) && isSame(value, otherValue, decorators - 1);
	}

	/** Only classes of the JDK are asked whether they equal another. */
	private static boolean isValue(Object value) {
		return CapturedObjects.isOfJdk(value.getClass()) && (value instanceof String || value instanceof Number
				|| value instanceof Boolean || value instanceof Character || value instanceof Method
				|| value instanceof TemporalAmount || value instanceof TemporalAccessor);
	}

	private static boolean isTask(@Nullable Object object) {
		return object instanceof Runnable || object instanceof Callable<?>;
	}

}
