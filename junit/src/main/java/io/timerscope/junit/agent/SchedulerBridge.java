package io.timerscope.junit.agent;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The way from the JDK's schedulers to the tests. Loaded by the bootstrap loader, so that
 * the JDK's classes see it; has to know the JDK only. Public because they are in other
 * packages.
 */
public final class SchedulerBridge {

	private static final AtomicReference<@Nullable Consumer<@Nullable Object[]>> LISTENER = new AtomicReference<>();

	private static final AtomicReference<@Nullable Throwable> FAILURE = new AtomicReference<>();

	private static final AtomicLong FAILURES = new AtomicLong();

	private SchedulerBridge() {
	}

	/**
	 * Sets who listens.
	 * @param listener gets, for every call from now on, what was done, the scheduler, the
	 * arguments as an array, and the result or {@code null}
	 */
	public static void listen(Consumer<@Nullable Object[]> listener) {
		LISTENER.set(listener);
	}

	/**
	 * How often the listener failed, so that something was not noted.
	 * @return zero or more
	 */
	public static long failures() {
		return FAILURES.get();
	}

	/**
	 * What the listener threw first.
	 * @return the failure, or {@code null} if there was none
	 */
	public static @Nullable Throwable firstFailure() {
		return FAILURE.get();
	}

	/**
	 * Says that a scheduler did something. What a listener throws goes no further and is
	 * counted: one test that runs out of stack must not silence the others.
	 * @param event what was done
	 * @param scheduler who did it
	 * @param arguments with what
	 * @param result with which result, or {@code null}
	 */
	public static void tell(String event, Object scheduler, @Nullable Object[] arguments, @Nullable Object result) {
		Consumer<@Nullable Object[]> listener = LISTENER.get();
		if (listener != null) {
			try {
				listener.accept(new @Nullable Object[] { event, scheduler, arguments, result });
			}
			catch (Throwable ex) {
				FAILURES.incrementAndGet();
				FAILURE.compareAndSet(null, ex);
			}
		}
	}

}
