package io.timerscope.survey;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.timerscope.leak.CapturedObjects;
import io.timerscope.origin.KnownPackages;
import org.jspecify.annotations.Nullable;

/**
 * How large an object is, and what it refers to, as far as reflection may see that. The
 * fields of the JDK and of known libraries stay closed; the JDK's usual collections tell
 * what they hold by their own methods.
 */
final class HeapObjects {

	private static final int HEADER = 12;

	private static final int ARRAY_HEADER = 16;

	private static final int REFERENCE = 4;

	private static final int ALIGNMENT = 8;

	/** What a map or a linked collection keeps for each of its entries. */
	private static final int ENTRY = 32;

	/** Collections whose iterators only read, and run no code of the application's. */
	private static final List<String> COLLECTIONS = List.of("java.util.ArrayList", "java.util.LinkedList",
			"java.util.ArrayDeque", "java.util.HashMap", "java.util.LinkedHashMap", "java.util.TreeMap",
			"java.util.HashSet", "java.util.LinkedHashSet", "java.util.TreeSet", "java.util.Arrays$ArrayList",
			"java.util.concurrent.ConcurrentHashMap", "java.util.concurrent.ConcurrentLinkedQueue",
			"java.util.concurrent.ConcurrentLinkedDeque", "java.util.concurrent.CopyOnWriteArrayList");

	private static final String IMMUTABLE = "java.util.ImmutableCollections$";

	/** What only refers to parts of itself. */
	private static final List<String> VALUES = List.of("java.time.", "java.math.", "java.util.UUID", "java.net.URI");

	private final ClassValue<Shape> shapes = new ClassValue<>() {

		@Override
		protected Shape computeValue(Class<?> type) {
			return shape(type);
		}

	};

	/** What lives longer than any task, or is not kept by who refers to it. */
	static boolean isLeftOut(Object object) {
		return object instanceof Class<?> || object instanceof ClassLoader || object instanceof Thread
				|| object instanceof ThreadGroup || object instanceof Enum<?> || object instanceof Reference<?>
				|| object instanceof Module;
	}

	/** A lambda's class is named without what the JVM appends. */
	static String name(Class<?> type) {
		String name = type.getTypeName();
		int hidden = name.indexOf("$$Lambda");
		return (hidden < 0) ? name : name.substring(0, hidden) + " (lambda)";
	}

	long size(Object object) {
		Class<?> type = object.getClass();
		if (type.isArray()) {
			return aligned(ARRAY_HEADER + (long) Array.getLength(object) * width(type.getComponentType()));
		}
		if (object instanceof String text) {
			return aligned(HEADER + REFERENCE + Integer.BYTES) + aligned(ARRAY_HEADER + (long) text.length());
		}
		long size = this.shapes.get(type).size();
		if (object instanceof Map<?, ?> map && isCollection(type)) {
			return size + (long) map.size() * (ENTRY + REFERENCE);
		}
		if (object instanceof Collection<?> collection && isCollection(type)) {
			return size + (long) collection.size() * (type.getName().contains("Array") ? REFERENCE : ENTRY);
		}
		return size;
	}

	/**
	 * Tells what an object refers to.
	 * @return {@code false} where some of it stays closed
	 */
	boolean forEachReference(Object object, Consumer<@Nullable Object> consumer) {
		Class<?> type = object.getClass();
		if (object instanceof Object[] array) {
			for (Object element : array) {
				consumer.accept(element);
			}
			return true;
		}
		if (type.isArray() || object instanceof String) {
			return true;
		}
		if (isCollection(type)) {
			return isRead(() -> content(object, consumer));
		}
		Shape shape = this.shapes.get(type);
		for (Field field : shape.open()) {
			consumer.accept(read(field, object));
		}
		return !shape.closed();
	}

	private static boolean isCollection(Class<?> type) {
		String name = type.getName();
		return COLLECTIONS.contains(name) || name.startsWith(IMMUTABLE) || type == Optional.class
				|| type == AtomicReference.class;
	}

	/** One that another thread changes meanwhile may refuse. */
	private static boolean isRead(Runnable reading) {
		try {
			reading.run();
			return true;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private static void content(Object object, Consumer<@Nullable Object> consumer) {
		if (object instanceof Map<?, ?> map) {
			map.forEach((key, value) -> {
				consumer.accept(key);
				consumer.accept(value);
			});
		}
		else if (object instanceof Collection<?> collection) {
			collection.forEach(consumer);
		}
		else if (object instanceof Optional<?> optional) {
			optional.ifPresent(consumer);
		}
		else if (object instanceof AtomicReference<?> reference) {
			consumer.accept(reference.get());
		}
	}

	private static @Nullable Object read(Field field, Object object) {
		try {
			return field.get(object);
		}
		catch (IllegalAccessException ex) {
			return null;
		}
	}

	/** A class may fail to link, since one of its fields is of a missing class. */
	private static Shape shape(Class<?> type) {
		List<Field> open = new ArrayList<>();
		boolean[] closed = new boolean[1];
		long size = HEADER;
		for (Class<?> it = type; it != null; it = it.getSuperclass()) {
			try {
				for (Field field : it.getDeclaredFields()) {
					if (!Modifier.isStatic(field.getModifiers())) {
						size += width(field.getType());
						addReference(field, open, closed);
					}
				}
			}
			catch (RuntimeException | LinkageError ex) {
				closed[0] = true;
			}
		}
		return new Shape(aligned(size), List.copyOf(open), closed[0]);
	}

	private static void addReference(Field field, List<Field> open, boolean[] closed) {
		if (field.getType().isPrimitive()) {
			return;
		}
		Class<?> type = field.getDeclaringClass();
		boolean stays = CapturedObjects.isOfJdk(type) || KnownPackages.find(type.getName()) != null;
		if (!stays && field.trySetAccessible()) {
			open.add(field);
		}
		else {
			closed[0] |= VALUES.stream().noneMatch(type.getName()::startsWith);
		}
	}

	private static int width(Class<?> type) {
		if (!type.isPrimitive()) {
			return REFERENCE;
		}
		if (type == long.class || type == double.class) {
			return Long.BYTES;
		}
		if (type == int.class || type == float.class) {
			return Integer.BYTES;
		}
		return (type == short.class || type == char.class) ? Short.BYTES : 1;
	}

	private static long aligned(long size) {
		return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	}

	/** What all objects of a class have in common. */
	private record Shape(long size, List<Field> open, boolean closed) {
	}

}
