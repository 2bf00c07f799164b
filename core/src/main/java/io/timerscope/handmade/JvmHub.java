package io.timerscope.handmade;

import java.lang.reflect.InvocationTargetException;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Where the agent has the JDK's schedulers tell what they do. It is a class of the JDK's
 * own package, which is not there without the agent, so that nothing is linked to it.
 *
 * @since 0.1.0
 */
public final class JvmHub {

	/** The name of the class, to ask whether it is there. */
	public static final String NAME = "java.util.concurrent.TimerscopeHub";

	private final Class<?> hub;

	private JvmHub(Class<?> hub) {
		this.hub = hub;
	}

	/**
	 * Looks for the hub.
	 * @return the hub, or {@code null} if this JVM runs without the agent
	 */
	public static @Nullable JvmHub find() {
		try {
			return new JvmHub(Class.forName(NAME, false, null));
		}
		catch (ClassNotFoundException ex) {
			return null;
		}
	}

	/**
	 * Has somebody told of what schedulers do, on the threads that make, use and run
	 * them. What it throws is counted and goes no further.
	 * @param loader whose application hears: of each task, the application in whose name
	 * the thread works, else the one that came first; {@code null} to hear of every task
	 * @param ear given what happened, and the scheduler or task with what belongs to it
	 */
	public void listen(@Nullable ClassLoader loader, BiConsumer<String, Object[]> ear) {
		call("listen", new Class<?>[] { ClassLoader.class, BiConsumer.class }, loader, ear);
	}

	/**
	 * Has somebody told of nothing more.
	 * @param ear who listened
	 */
	public void leave(BiConsumer<String, Object[]> ear) {
		call("leave", new Class<?>[] { BiConsumer.class }, ear);
	}

	/**
	 * Where a pool, a timer's thread or a pool's thread was made.
	 * @param what the pool or thread
	 * @return the stack, or {@code null} if nobody remembers
	 */
	public StackTraceElement @Nullable [] madeAt(Object what) {
		return (StackTraceElement[]) call("madeAt", new Class<?>[] { Object.class }, what);
	}

	/**
	 * How often somebody who listens failed.
	 * @return zero or more
	 */
	public long failures() {
		Object failures = call("failures", new Class<?>[0]);
		return (failures instanceof Long count) ? count : 0;
	}

	/**
	 * What the first of them threw.
	 * @return in words, or {@code null} if nobody failed
	 */
	public @Nullable String firstFailure() {
		return (String) call("firstFailure", new Class<?>[0]);
	}

	private @Nullable Object call(String method, Class<?>[] types, @Nullable Object... arguments) {
		try {
			return this.hub.getMethod(method, types).invoke(null, arguments);
		}
		catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException("The agent is of another version than the starter (" + ex + ")", ex);
		}
	}

}
