package io.timerscope;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The habits of the classes of tasks. Kept here and not with the classes, of which some
 * outlive the ledger: a {@link ClassValue} lets go of what it computed only by and by.
 */
final class TaskClasses {

	/** Scripts and generated classes can be any number. */
	private static final int LIMIT = 10_000;

	private final Map<Class<?>, TaskClass> known = new ConcurrentHashMap<>();

	/**
	 * The habit of a class.
	 * @param alone whether no request, session or scope is at work, so that the bean
	 * behind the call matters too
	 */
	Habit of(Class<?> type, boolean alone) {
		TaskClass known = this.known.get(type);
		if (known == null) {
			known = add(type);
		}
		return alone ? known.alone() : known.onBehalf();
	}

	private TaskClass add(Class<?> type) {
		TaskClass added = new TaskClass(new Habit(type), new Habit(type));
		if (this.known.size() >= LIMIT) {
			return added;
		}
		@Nullable TaskClass before = this.known.putIfAbsent(type, added);
		return (before != null) ? before : added;
	}

	private record TaskClass(Habit alone, Habit onBehalf) {
	}

}
