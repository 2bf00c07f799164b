package io.timerscope.spring.schedule;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.support.DelegatingErrorHandlingRunnable;
import org.springframework.scheduling.support.ScheduledMethodRunnable;
import org.springframework.util.ReflectionUtils;

/** What Spring puts around an application's task, and what is inside. */
public final class SpringTasks {

	public static final String OUTCOME = "org.springframework.scheduling.config.Task$OutcomeTrackingRunnable";

	public static final String TRIGGERED = "org.springframework.scheduling.concurrent.ReschedulingRunnable";

	public static final String TRIGGER_FIELD = "trigger";

	/** A method that returns a publisher. */
	public static final String REACTIVE = "org.springframework.scheduling.annotation."
			+ "ScheduledAnnotationReactiveSupport$SubscribingRunnable";

	public static final String OUTCOME_FIELD = "runnable";

	public static final String ERROR_HANDLING_FIELD = "delegate";

	private static final String PACKAGE = "org.springframework.scheduling.";

	private static final int LAYERS = 4;

	private static final ClassValue<Map<String, Optional<Field>>> FIELDS = new ClassValue<>() {
		@Override
		protected Map<String, Optional<Field>> computeValue(Class<?> type) {
			return new ConcurrentHashMap<>();
		}
	};

	private SpringTasks() {
	}

	/** The application's own task, as far as it can be reached. */
	public static Object unwrap(Object task) {
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

	public static boolean isSpring(Object task) {
		return isSpring(task.getClass());
	}

	public static boolean isSpring(Class<?> taskClass) {
		return taskClass.getName().startsWith(PACKAGE);
	}

	/** Whether an unwrapped task is a method with {@code @Scheduled}. */
	public static boolean isScheduledMethod(Object task) {
		return task instanceof ScheduledMethodRunnable || task.getClass().getName().equals(REACTIVE);
	}

	/** Whether a task hands itself to its executor again before each of its runs. */
	static boolean isTriggered(@Nullable Object task) {
		return task instanceof DelegatingErrorHandlingRunnable && task.getClass().getName().equals(TRIGGERED);
	}

	/** What names the times of a triggered task, if it can be read. */
	static @Nullable Trigger triggerOf(Object task) {
		return (read(task, task.getClass(), TRIGGER_FIELD) instanceof Trigger trigger) ? trigger : null;
	}

	/** Spring's own trigger behind one that it made for an application server. */
	static @Nullable Trigger adaptedBy(Object trigger) {
		return (isSpring(trigger) && read(trigger, trigger.getClass(), "adaptee") instanceof Trigger adaptee) ? adaptee
				: null;
	}

	private static @Nullable Object inside(Object task) {
		if (task.getClass().getName().equals(OUTCOME)) {
			return read(task, task.getClass(), OUTCOME_FIELD);
		}
		return (task instanceof DelegatingErrorHandlingRunnable)
				? read(task, DelegatingErrorHandlingRunnable.class, ERROR_HANDLING_FIELD) : null;
	}

	/** What a field holds; {@code null} too where it cannot be read. */
	public static @Nullable Object read(Object task, Class<?> type, String name) {
		Optional<Field> field = FIELDS.get(type).computeIfAbsent(name, (key) -> field(type, key));
		return field.isPresent() ? ReflectionUtils.getField(field.get(), task) : null;
	}

	private static Optional<Field> field(Class<?> type, String name) {
		try {
			Field field = type.getDeclaredField(name);
			ReflectionUtils.makeAccessible(field);
			return Optional.of(field);
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			return Optional.empty();
		}
	}

}
