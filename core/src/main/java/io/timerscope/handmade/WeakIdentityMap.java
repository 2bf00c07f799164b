package io.timerscope.handmade;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

/** Values for objects that it neither holds nor asks whether they are equal. */
final class WeakIdentityMap<V> {

	private final ConcurrentMap<Key, V> values = new ConcurrentHashMap<>();

	private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

	@Nullable V get(Object object) {
		return this.values.get(new Key(object, null));
	}

	void put(Object object, V value) {
		for (Object key = this.gone.poll(); key != null; key = this.gone.poll()) {
			this.values.remove(key);
		}
		this.values.put(new Key(object, this.gone), value);
	}

	void clear() {
		this.values.clear();
	}

	private static final class Key extends WeakReference<Object> {

		private final int hash;

		Key(Object object, @Nullable ReferenceQueue<Object> queue) {
			super(object, queue);
			this.hash = System.identityHashCode(object);
		}

		@Override
		public boolean equals(@Nullable Object other) {
			Object mine = get();
			return this == other || (mine != null && other instanceof Key key && key.refersTo(mine));
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

}
