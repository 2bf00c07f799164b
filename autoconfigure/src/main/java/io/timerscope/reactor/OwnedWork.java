package io.timerscope.reactor;

import java.util.concurrent.Callable;

import io.timerscope.OwnerContext;
import io.timerscope.OwnerSource;
import org.jspecify.annotations.Nullable;

/**
 * Work that runs on another thread for whom the thread works that handed it over. What
 * the run itself works for comes first: the owner of a task that is tracked.
 *
 * @param <V> what it returns
 */
final class OwnedWork<V extends @Nullable Object> implements Runnable, Callable<V> {

	private final Object work;

	private final OwnerContext context;

	private final OwnerSource source;

	OwnedWork(Object work, OwnerContext context, OwnerSource source) {
		this.work = work;
		this.context = context;
		this.source = source;
	}

	@Override
	public void run() {
		OwnerSource before = enter();
		try {
			((Runnable) this.work).run();
		}
		finally {
			this.context.swap(before);
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public V call() throws Exception {
		OwnerSource before = enter();
		try {
			return ((Callable<V>) this.work).call();
		}
		finally {
			this.context.swap(before);
		}
	}

	private @Nullable OwnerSource enter() {
		OwnerSource before = this.context.swap(this.source);
		if (before != null) {
			this.context.swap(before);
		}
		return before;
	}

	@Override
	public String toString() {
		return this.work.toString();
	}

}
