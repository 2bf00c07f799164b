package io.timerscope.junit;

import org.jspecify.annotations.Nullable;

/**
 * The context class loader of a test that runs beside others. Loads nothing itself:
 * threads inherit it from the thread that makes them, and so tell whose they are.
 */
final class TestClassLoader extends ClassLoader {

	private final WatchedTest test;

	TestClassLoader(ClassLoader parent, WatchedTest test) {
		super(parent);
		this.test = test;
	}

	static @Nullable WatchedTest testOf(Thread thread) {
		return (thread.getContextClassLoader() instanceof TestClassLoader mark) ? mark.test : null;
	}

}
