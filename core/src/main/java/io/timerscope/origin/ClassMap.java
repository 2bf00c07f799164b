package io.timerscope.origin;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * What is known of classes, for as long as they are there: the map keeps no class loader,
 * and nothing of the map is kept by a class. Values must not lead to their class. Reading
 * takes no lock.
 *
 * @param <V> what is known of a class
 */
public final class ClassMap<V> {

	private static final int SMALL = 64;

	private final ReferenceQueue<Class<?>> gone = new ReferenceQueue<>();

	private final int limit;

	/** At most half full, so that a search ends soon. */
	private volatile AtomicReferenceArray<@Nullable Entry<V>> table = new AtomicReferenceArray<>(SMALL);

	/** Guarded by this. */
	private int size;

	/**
	 * Makes an empty map.
	 * @param limit how many classes it takes; scripts and generated classes can be any
	 * number
	 */
	public ClassMap(int limit) {
		this.limit = limit;
	}

	public @Nullable V get(Class<?> type) {
		AtomicReferenceArray<@Nullable Entry<V>> table = this.table;
		int mask = table.length() - 1;
		for (int place = type.hashCode() & mask;; place = (place + 1) & mask) {
			Entry<V> entry = table.getAcquire(place);
			if (entry == null) {
				return null;
			}
			if (entry.refersTo(type)) {
				return entry.value;
			}
		}
	}

	/**
	 * Keeps a value, unless there is one or no room.
	 * @return the value that was there, or else the given one
	 */
	public synchronized V put(Class<?> type, V value) {
		V before = get(type);
		if (before != null) {
			return before;
		}
		if (this.gone.poll() != null || this.size * 2 >= this.table.length()) {
			tidy();
		}
		if (this.size < this.limit) {
			add(this.table, new Entry<>(type, value, this.gone));
			this.size++;
		}
		return value;
	}

	/** Whether there is no room for one more. */
	public synchronized boolean isFull() {
		if (this.size >= this.limit && this.gone.poll() != null) {
			tidy();
		}
		return this.size >= this.limit;
	}

	/** Drops the classes that have gone, and makes room for more. */
	private void tidy() {
		boolean more = true;
		while (more) {
			more = this.gone.poll() != null;
		}
		AtomicReferenceArray<@Nullable Entry<V>> before = this.table;
		int kept = 0;
		for (int place = 0; place < before.length(); place++) {
			Entry<V> entry = before.get(place);
			kept += (entry == null || entry.refersTo(null)) ? 0 : 1;
		}
		AtomicReferenceArray<@Nullable Entry<V>> table = new AtomicReferenceArray<>(
				Math.max(SMALL, Integer.highestOneBit(kept + 1) * 4));
		this.size = 0;
		for (int place = 0; place < before.length(); place++) {
			Entry<V> entry = before.get(place);
			if (entry != null && !entry.refersTo(null)) {
				add(table, entry);
				this.size++;
			}
		}
		this.table = table;
	}

	private static <V> void add(AtomicReferenceArray<@Nullable Entry<V>> table, Entry<V> entry) {
		int mask = table.length() - 1;
		int place = entry.hash & mask;
		while (table.get(place) != null) {
			place = (place + 1) & mask;
		}
		table.setRelease(place, entry);
	}

	private static final class Entry<V> extends WeakReference<Class<?>> {

		private final int hash;

		private final V value;

		Entry(Class<?> type, V value, ReferenceQueue<Class<?>> gone) {
			super(type, gone);
			this.hash = type.hashCode();
			this.value = value;
		}

	}

}
