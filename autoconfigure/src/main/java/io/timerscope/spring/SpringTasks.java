package io.timerscope.spring;

import java.lang.reflect.Field;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.support.DelegatingErrorHandlingRunnable;
import org.springframework.scheduling.support.ScheduledMethodRunnable;
import org.springframework.util.ReflectionUtils;

/** What Spring puts around an application's task, and what is inside. */
final class SpringTasks {

	static final String OUTCOME = "org.springframework.scheduling.config.Task$OutcomeTrackingRunnable";

	/** A method that returns a publisher. */
	static final String REACTIVE = "org.springframework.scheduling.annotation."
			+ "ScheduledAnnotationReactiveSupport$SubscribingRunnable";

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
		return isSpring(task.getClass());
	}

	static boolean isSpring(Class<?> taskClass) {
		return taskClass.getName().startsWith(PACKAGE);
	}

	/** Whether an unwrapped task is a method with {@code @Scheduled}. */
	static boolean isScheduledMethod(Object task) {
		return task instanceof ScheduledMethodRunnable || task.getClass().getName().equals(REACTIVE);
	}

	private static @Nullable Object inside(Object task) {
		if (task.getClass().getName().equals(OUTCOME)) {
			return read(task, task.getClass(), "runnable");
		}
		return (task instanceof DelegatingErrorHandlingRunnable)
				? read(task, DelegatingErrorHandlingRunnable.class, "delegate") : null;
	}

	static @Nullable Object read(Object task, Class<?> type, String name) {
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
