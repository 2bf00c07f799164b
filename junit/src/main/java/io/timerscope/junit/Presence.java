package io.timerscope.junit;

import java.util.ArrayList;
import java.util.List;

import io.timerscope.Owner;
import io.timerscope.OwnerSource;
import io.timerscope.OwnerContext;
import org.jspecify.annotations.Nullable;

/**
 * The marks that a test sets on its thread: the owner in every ledger and, beside other
 * tests, the context class loader. Used by that thread alone.
 */
final class Presence implements AutoCloseable {

	private final Thread thread = Thread.currentThread();

	private final @Nullable ClassLoader before = this.thread.getContextClassLoader();

	private final @Nullable TestClassLoader mark;

	private final List<Runnable> undo = new ArrayList<>();

	Presence(WatchedTest test, boolean alone) {
		this.mark = (alone || this.before == null) ? null : new TestClassLoader(this.before, test);
		if (this.mark != null) {
			this.thread.setContextClassLoader(this.mark);
		}
	}

	void swap(OwnerContext context, Owner owner) {
		OwnerSource before = context.swap(owner);
		this.undo.add(() -> context.swap(before));
	}

	@Override
	public void close() {
		if (Thread.currentThread() != this.thread) {
			return;
		}
		this.undo.forEach(Runnable::run);
		if (this.mark != null && this.thread.getContextClassLoader() == this.mark) {
			this.thread.setContextClassLoader(this.before);
		}
	}

}
