package io.timerscope.spring;

import java.lang.reflect.Field;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.support.DelegatingErrorHandlingRunnable;
import org.springframework.util.ReflectionUtils;

/** What Spring puts around an application's task, and what is inside. */
final class SpringTasks {

	static final String OUTCOME = "org.springframework.scheduling.config.Task$OutcomeTrackingRunnable";

	static final String OUTCOME_FIELD = "runnable";

	static final String ERROR_HANDLING_FIELD = "delegate";

	private static final String PACKAGE = "org.springframework.scheduling.";

	private static final int LAYERS = 4;

	private SpringTasks() {
	}

	/** The application's own task, as far as it can be reached. */
	static Object unwrap(Object task) {
		Object inner = task;
		for (int layer = 0; layer < LAYERS && isSpring(inner); layer++) {
			Object next = inside(inner);
			if (next == null) {
				return inner;
			}
			inner = next;
		}
		return inner;
	}

	static boolean isSpring(Object task) {
		return task.getClass().getName().startsWith(PACKAGE);
	}

	private static @Nullable Object inside(Object task) {
		if (task.getClass().getName().equals(OUTCOME)) {
			return read(task, task.getClass(), OUTCOME_FIELD);
		}
		return (task instanceof DelegatingErrorHandlingRunnable)
				? read(task, DelegatingErrorHandlingRunnable.class, ERROR_HANDLING_FIELD) : null;
	}

	private static @Nullable Object read(Object task, Class<?> type, String name) {
		try {
			Field field = type.getDeclaredField(name);
			ReflectionUtils.makeAccessible(field);
			return field.get(task);
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			return null;
		}
	}

}
