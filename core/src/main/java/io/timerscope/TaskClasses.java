package io.timerscope;

import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The habits of all classes of tasks. A class that outlives the ledger, as those of the
 * JDK do, holds nothing of it but an empty reference.
 */
final class TaskClasses {

	private final Queue<TaskClass> kept = new ConcurrentLinkedQueue<>();

	private final ClassValue<WeakReference<TaskClass>> known = new ClassValue<>() {
		@Override
		protected WeakReference<TaskClass> computeValue(Class<?> type) {
			TaskClass known = new TaskClass(new Habit(type), new Habit(type));
			TaskClasses.this.kept.add(known);
			return new WeakReference<>(known);
		}
	};

	/**
	 * The habit of a class.
	 * @param alone whether no request, session or scope is at work, so that the bean
	 * behind the call matters too
	 */
	Habit of(Class<?> type, boolean alone) {
		TaskClass known = this.known.get(type).get();
		if (known == null) {
			throw new IllegalStateException("the ledger is gone");
		}
		return alone ? known.alone() : known.onBehalf();
	}

	private record TaskClass(Habit alone, Habit onBehalf) {
	}

}
