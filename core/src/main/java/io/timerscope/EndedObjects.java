package io.timerscope;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;

/**
 * Knows objects that end, such as a WebSocket session. Asked by the clock's thread, under
 * no lock, about what tasks capture. An answer must be at hand: it waits for no lock of
 * the application's and for no network.
 *
 * @since 0.1.0
 */
public interface EndedObjects {

	/** Knows nothing. */
	EndedObjects NONE = new EndedObjects() {
	};

	/**
	 * Whether an object has ended for good.
	 * @param object what a task captures
	 * @param owner whose the task is; a request that has ended takes its objects along
	 * @return what it is, for example {@code a closed WebSocketSession}, or {@code null}
	 * if it goes on or is of a kind that is not known here
	 */
	default @Nullable String ended(Object object, Owner owner) {
		return null;
	}

	/**
	 * Whether a field never changes once its object is made. What can change says nothing
	 * about a task: by its next run it may hold something else. Asked once per field.
	 * @param field a field of a task's class, or of a class that it captures
	 * @return {@code true} for a final field, at least
	 */
	default boolean isSettled(Field field) {
		return Modifier.isFinal(field.getModifiers());
	}

	/**
	 * Whether an object belongs to the whole application, as a singleton bean does. What
	 * such an object holds says nothing about one task.
	 * @param object what a task captures
	 * @return {@code true} to look no further into it
	 */
	default boolean isShared(Object object) {
		return false;
	}

}
