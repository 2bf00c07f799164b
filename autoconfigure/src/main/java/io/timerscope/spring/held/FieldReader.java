package io.timerscope.spring.held;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Reads the fields of objects, and calls nothing of theirs. The JDK's classes stay
 * closed, and so does every module that is not open. Made for one walk, since it holds
 * classes.
 */
final class FieldReader {

	private final Map<Class<?>, List<Field>> fields = new HashMap<>();

	/** The fields of a class and its supertypes that may lead to something. */
	List<Field> fields(Class<?> type) {
		List<Field> known = this.fields.get(type);
		if (known == null) {
			known = new ArrayList<>();
			Class<?> declaring = type;
			while (declaring != null && isOpen(declaring)) {
				addFields(declaring, known);
				declaring = declaring.getSuperclass();
			}
			this.fields.put(type, known);
		}
		return known;
	}

	@Nullable Object read(Field field, Object object) {
		try {
			return field.get(object);
		}
		catch (IllegalAccessException | RuntimeException | LinkageError ex) {
			return null;
		}
	}

	private static void addFields(Class<?> type, List<Field> fields) {
		try {
			for (Field field : type.getDeclaredFields()) {
				if (mayLead(field.getType()) && field.trySetAccessible()) {
					fields.add(field);
				}
			}
		}
		catch (RuntimeException | LinkageError ex) {
			// a class of which parts are missing cannot be read
		}
	}

	private static boolean mayLead(Class<?> type) {
		return !type.isPrimitive() && !ClassUtils.isPrimitiveWrapper(type) && type != String.class
				&& type != Class.class && !type.isEnum() && !type.isAnnotation()
				&& !(type.isArray() && type.getComponentType().isPrimitive());
	}

	private static boolean isOpen(Class<?> type) {
		if (type == Object.class || ApplicationClasses.isOfTheJdk(type)) {
			return false;
		}
		Module module = type.getModule();
		return !module.isNamed() || module.isOpen(type.getPackageName(), FieldReader.class.getModule());
	}

	/** The texts in the fields of an object, for example a thread factory's. */
	List<String> texts(Object object) {
		List<String> texts = new ArrayList<>();
		Class<?> declaring = object.getClass();
		while (declaring != null && isOpen(declaring)) {
			try {
				for (Field field : declaring.getDeclaredFields()) {
					if (field.getType() == String.class && !Modifier.isStatic(field.getModifiers())
							&& field.trySetAccessible() && read(field, object) instanceof String text) {
						texts.add(text);
					}
				}
			}
			catch (RuntimeException | LinkageError ex) {
				return texts;
			}
			declaring = declaring.getSuperclass();
		}
		return texts;
	}

}
