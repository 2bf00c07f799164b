package io.timerscope.spring;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

import org.springframework.util.ReflectionUtils;

/**
 * The fields that a scheduler inherits from Spring's classes. Tests of configurations
 * read them through the bean, so a stand-in has the same values as the real scheduler
 * when the bean is complete.
 */
final class SpringFields {

	/** Those of one class that can be written. It keeps no class of ours. */
	private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
		@Override
		protected List<Field> computeValue(Class<?> level) {
			return Arrays.stream(level.getDeclaredFields()).filter(SpringFields::isOpen).toList();
		}
	};

	private SpringFields() {
	}

	/** Copies what can be read and written; a stand-in works without. */
	static void copy(Object scheduler, Object standIn) {
		for (Class<?> level = scheduler.getClass(); level != null; level = level.getSuperclass()) {
			if (level.getName().startsWith("org.springframework.") && level.isInstance(standIn)) {
				FIELDS.get(level).forEach((field) -> copy(field, scheduler, standIn));
			}
		}
	}

	private static void copy(Field field, Object scheduler, Object standIn) {
		try {
			field.set(standIn, field.get(scheduler));
		}
		catch (IllegalAccessException | RuntimeException ex) {
			// it keeps its default
		}
	}

	/** A field that is sealed off keeps its default. */
	private static boolean isOpen(Field field) {
		if (Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers())) {
			return false;
		}
		try {
			ReflectionUtils.makeAccessible(field);
			return true;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

}
