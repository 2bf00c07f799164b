package io.timerscope.spring.bean;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.timerscope.Owner;
import org.jspecify.annotations.Nullable;

/**
 * The beans that may own tasks, by identity and held weakly: nobody says when a prototype
 * ends.
 */
final class LivingBeans {

	private final Map<Object, Living> living = new ConcurrentHashMap<>();

	private final Map<String, Integer> counts = new ConcurrentHashMap<>();

	private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

	void add(Object bean, Living about) {
		expunge();
		if (this.living.putIfAbsent(new Key(bean, this.collected), about) == null) {
			this.counts.merge(about.name(), 1, Integer::sum);
		}
	}

	@Nullable Living find(Object bean) {
		return this.living.get(new Probe(bean));
	}

	@Nullable Living remove(Object bean) {
		return counted(this.living.remove(new Probe(bean)));
	}

	private @Nullable Living counted(@Nullable Living removed) {
		if (removed != null) {
			this.counts.computeIfPresent(removed.name(), (name, count) -> (count > 1) ? count - 1 : null);
		}
		return removed;
	}

	boolean hasMoreOf(String name) {
		expunge();
		return this.counts.containsKey(name);
	}

	private void expunge() {
		Reference<?> gone = this.collected.poll();
		while (gone != null) {
			counted(this.living.remove(gone));
			gone = this.collected.poll();
		}
	}

	/** A bean that lives. */
	static final class Living {

		private final String name;

		private final boolean shared;

		private final boolean alone;

		private @Nullable BeanOwner owner;

		/**
		 * Has no owner yet.
		 * @param shared whether its context has no other bean of its name
		 * @param alone whether no context has
		 */
		Living(String name, boolean shared, boolean alone) {
			this.name = name;
			this.shared = shared;
			this.alone = alone;
		}

		String name() {
			return this.name;
		}

		/** Whether it is the only bean of its name in its context. */
		boolean isShared() {
			return this.shared;
		}

		/** Whether it owns whatever a bean of its name owns. */
		boolean isAlone() {
			return this.alone;
		}

		synchronized @Nullable BeanOwner owner() {
			return this.owner;
		}

		synchronized Owner owner(Supplier<BeanOwner> opening) {
			if (this.owner == null) {
				this.owner = opening.get();
			}
			return this.owner.owner();
		}

	}

	private static final class Key extends WeakReference<Object> {

		private final int hash;

		Key(Object bean, ReferenceQueue<Object> collected) {
			super(bean, collected);
			this.hash = System.identityHashCode(bean);
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			if (this == other) {
				return true;
			}
			Object mine = get();
			return mine != null && other instanceof Key key && key.get() == mine;
		}

	}

	/** Looks a bean up without a reference of its own; a map asks the one it is given. */
	private record Probe(Object bean) {

		@Override
		public int hashCode() {
			return System.identityHashCode(this.bean);
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Key key && key.get() == this.bean;
		}

	}

}
