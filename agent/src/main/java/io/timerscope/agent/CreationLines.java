package io.timerscope.agent;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Remembers where each pool and timer was made, as long as it is there: what is made
 * before the application's ledger, such as by a static initializer, is known to it
 * afterwards. Holds lines, and neither pools nor classes.
 */
final class CreationLines implements BiConsumer<String, Object[]>, Function<Object, StackTraceElement @Nullable []> {

	private static final int FRAMES = 64;

	private final Map<Key, StackTraceElement[]> lines = new ConcurrentHashMap<>();

	private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

	void listen() throws ReflectiveOperationException {
		Class<?> hub = HubClass.find();
		if (hub == null) {
			throw new IllegalStateException("the hub is not there");
		}
		Method listen = hub.getMethod("remember", BiConsumer.class, Function.class);
		listen.invoke(null, this, this);
	}

	@Override
	public void accept(String event, Object[] about) {
		switch (event) {
			case "pool" -> {
				if (about[0] instanceof ScheduledExecutorService) {
					made(about[0]);
				}
			}
			case "timer" -> made(about[0]);
			case "worker" -> {
				StackTraceElement[] line = this.lines.get(new Key(about[0], null));
				if (line != null && about[1] != null) {
					put(about[1], line);
				}
			}
			default -> {
			}
		}
	}

	private void made(Object what) {
		if (!this.lines.containsKey(new Key(what, null))) {
			StackTraceElement[] stack = new Throwable().getStackTrace();
			int first = 0;
			while (first < stack.length && isOurs(stack[first].getClassName())) {
				first++;
			}
			put(what, Arrays.copyOfRange(stack, first, Math.min(stack.length, first + FRAMES)));
		}
	}

	private static boolean isOurs(String className) {
		return className.startsWith(CreationLines.class.getName()) || className.equals(HubClass.NAME);
	}

	private void put(Object what, StackTraceElement[] line) {
		for (Object key = this.gone.poll(); key != null; key = this.gone.poll()) {
			this.lines.remove(key);
		}
		this.lines.put(new Key(what, this.gone), line);
	}

	/** Where a pool, a timer's thread or the thread of a pool comes from. */
	@Override
	public StackTraceElement @Nullable [] apply(Object what) {
		return this.lines.get(new Key(what, null));
	}

	/** Asks no user's class whether it is equal. */
	private static final class Key extends WeakReference<Object> {

		private final int hash;

		Key(Object what, @Nullable ReferenceQueue<Object> queue) {
			super(what, queue);
			this.hash = System.identityHashCode(what);
		}

		@Override
		public boolean equals(@Nullable Object other) {
			Object what = get();
			return this == other || (what != null && other instanceof Key key && key.refersTo(what));
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

}
