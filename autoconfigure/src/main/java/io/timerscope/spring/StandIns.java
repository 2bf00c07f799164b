package io.timerscope.spring;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * What stands in for which scheduler: one for each, however many bean names it has. Holds
 * neither the scheduler nor its stand-in.
 */
final class StandIns {

	private final Map<Key, StandIn> known = new ConcurrentHashMap<>();

	private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

	@Nullable StandIn of(Object scheduler) {
		return this.known.get(new Key(scheduler, null));
	}

	void add(Object scheduler, Object standIn, String name) {
		for (Object key = this.gone.poll(); key != null; key = this.gone.poll()) {
			this.known.remove(key);
		}
		this.known.put(new Key(scheduler, this.gone), new StandIn(new WeakReference<>(standIn), name));
	}

	int size() {
		return this.known.size();
	}

	/**
	 * What stands in for a scheduler.
	 *
	 * @param reference to the stand-in
	 * @param name under which its tasks are counted
	 */
	record StandIn(WeakReference<Object> reference, String name) {
	}

	/** A scheduler by its identity. */
	private static final class Key extends WeakReference<Object> {

		private final int hash;

		Key(Object scheduler, @Nullable ReferenceQueue<Object> gone) {
			super(scheduler, gone);
			this.hash = System.identityHashCode(scheduler);
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return this == other || (other instanceof Key key && get() != null && get() == key.get());
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

}
