package io.timerscope.spring.held;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * What a container of the JDK contains. Only of classes whose iteration is known to
 * change nothing, to call nothing of the user's and to take no lock: a wrapper may lead
 * anywhere, and a weak map tidies up while it is read.
 */
final class Contents {

	private static final Set<Class<?>> CONTAINERS = Set.of(ArrayList.class, LinkedList.class, ArrayDeque.class,
			HashSet.class, LinkedHashSet.class, TreeSet.class, HashMap.class, LinkedHashMap.class, TreeMap.class,
			EnumMap.class, IdentityHashMap.class, ConcurrentHashMap.class, ConcurrentSkipListMap.class,
			ConcurrentSkipListSet.class, ConcurrentLinkedQueue.class, ConcurrentLinkedDeque.class,
			CopyOnWriteArrayList.class, CopyOnWriteArraySet.class, AtomicReference.class, Optional.class,
			List.of().getClass(), List.of(1).getClass(), Set.of().getClass(), Set.of(1).getClass(), Map.of().getClass(),
			Map.of(1, 1).getClass());

	/**
	 * A list behind these can be asked by number, so it is hardly one that loads itself.
	 */
	private static final Set<String> WRAPPERS = Set.of("java.util.Arrays$ArrayList",
			"java.util.Collections$SynchronizedRandomAccessList", "java.util.Collections$UnmodifiableRandomAccessList",
			"java.util.Collections$SingletonList", "java.util.concurrent.ConcurrentHashMap$KeySetView");

	private static final int MOST = 512;

	private Contents() {
	}

	static boolean isContainer(Object object) {
		return object instanceof Object[] || CONTAINERS.contains(object.getClass())
				|| WRAPPERS.contains(object.getClass().getName());
	}

	/** The first few hundred things; fewer where somebody changes the container now. */
	static List<Object> of(Object container) {
		List<Object> contents = new ArrayList<>();
		try {
			if (container instanceof Object[] array) {
				for (int i = 0; i < array.length && i < MOST; i++) {
					add(array[i], contents);
				}
			}
			else if (container instanceof AtomicReference<?> reference) {
				add(reference.get(), contents);
			}
			else if (container instanceof Optional<?> optional) {
				add(optional.orElse(null), contents);
			}
			else {
				Collection<?> all = (container instanceof Map<?, ?> map) ? map.values() : (Collection<?>) container;
				for (Object content : all) {
					add(content, contents);
					if (contents.size() >= MOST) {
						break;
					}
				}
			}
		}
		catch (RuntimeException ex) {
			return contents;
		}
		return contents;
	}

	private static void add(@Nullable Object content, List<Object> contents) {
		if (content != null) {
			contents.add(content);
		}
	}

}
