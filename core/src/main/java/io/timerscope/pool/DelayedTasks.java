package io.timerscope.pool;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ForkJoinPool;

import org.jspecify.annotations.Nullable;

/**
 * How many tasks a {@link ForkJoinPool} keeps until they are due. It is a scheduler from
 * JDK 25 on, and of the common one that is what {@code CompletableFuture.orTimeout} and
 * {@code delayedExecutor} have scheduled. May be asked by any thread; a pool that has
 * scheduled nothing is not made to begin.
 *
 * @since 0.1.0
 */
public final class DelayedTasks {

	private static final @Nullable MethodHandle COUNT = count();

	private DelayedTasks() {
	}

	/**
	 * Whether this JDK tells.
	 * @return {@code false} before JDK 25
	 */
	public static boolean areKnown() {
		return COUNT != null;
	}

	/**
	 * The number of one pool.
	 * @param pool the pool
	 * @return the number, an estimate while it changes; zero where {@link #areKnown()} is
	 * {@code false}
	 */
	public static long in(ForkJoinPool pool) {
		try {
			return (COUNT == null) ? 0 : (long) COUNT.invokeExact(pool);
		}
		catch (Throwable ex) {
			return 0;
		}
	}

	private static @Nullable MethodHandle count() {
		try {
			return MethodHandles.publicLookup()
				.findVirtual(ForkJoinPool.class, "getDelayedTaskCount", MethodType.methodType(long.class));
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
	}

}
