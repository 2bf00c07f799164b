package io.timerscope.handmade;

import java.lang.ref.WeakReference;

import io.timerscope.pool.PoolView;
import org.jspecify.annotations.Nullable;

/** What can be read of a {@link java.util.Timer}, by its thread. */
final class TimerView implements PoolView {

	private final WeakReference<Thread> thread;

	TimerView(Thread thread) {
		this.thread = new WeakReference<>(thread);
	}

	@Override
	public @Nullable Integer poolSize() {
		return isTerminated() ? 0 : 1;
	}

	@Override
	public @Nullable Boolean isShutdown() {
		return isTerminated();
	}

	@Override
	public boolean isTerminated() {
		Thread thread = this.thread.get();
		return thread == null || thread.getState() == Thread.State.TERMINATED;
	}

	@Override
	public boolean isGone() {
		return isTerminated();
	}

	@Override
	public boolean knowsItsThreads() {
		return true;
	}

}
