package io.timerscope.origin;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.stream.Stream;

import io.timerscope.ApplicationLifetime;

/**
 * Reads {@link ApplicationLifetime} where a task is scheduled. Which field a task will be
 * kept in is not known at run time, so that an annotated field speaks for its class.
 */
final class Lifetimes {

	private Lifetimes() {
	}

	/** Asked once per line. A class that cannot be read says nothing. */
	static boolean isApplications(Class<?> type, String method) {
		try {
			return isSaid(Arrays.stream(type.getDeclaredFields()))
					|| isSaid(Arrays.stream(type.getDeclaredMethods()).filter((it) -> it.getName().equals(method)))
					|| isSaidAround(type);
		}
		catch (RuntimeException | LinkageError ex) {
			return false;
		}
	}

	private static boolean isSaidAround(Class<?> type) {
		Class<?> outer = type.getEnclosingClass();
		return type.isAnnotationPresent(ApplicationLifetime.class) || (outer != null && isSaidAround(outer));
	}

	private static boolean isSaid(Stream<? extends AnnotatedElement> elements) {
		return elements.anyMatch((it) -> it.isAnnotationPresent(ApplicationLifetime.class));
	}

}
