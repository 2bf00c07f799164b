package io.timerscope.spring;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

import org.springframework.util.ReflectionUtils;

/**
 * The fields that a scheduler inherits from Spring's classes. Tests of configurations
 * read them through the bean, so a stand-in has the same values as the real scheduler
 * when the bean is complete.
 */
final class SpringFields {

	private SpringFields() {
	}

	/** Copies what can be read and written; a stand-in works without. */
	static void copy(Object scheduler, Object standIn) {
		for (Class<?> level = scheduler.getClass(); level != null; level = level.getSuperclass()) {
			if (level.getName().startsWith("org.springframework.") && level.isInstance(standIn)) {
				for (Field field : level.getDeclaredFields()) {
					copy(field, scheduler, standIn);
				}
			}
		}
	}

	private static void copy(Field field, Object scheduler, Object standIn) {
		if (Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers())) {
			return;
		}
		try {
			ReflectionUtils.makeAccessible(field);
			field.set(standIn, field.get(scheduler));
		}
		catch (IllegalAccessException | RuntimeException ex) {
			// a field that is sealed off keeps its default
		}
	}

}
