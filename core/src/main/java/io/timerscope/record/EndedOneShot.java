package io.timerscope.record;

import java.lang.ref.WeakReference;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * What the history keeps of a one-shot: words and numbers, and a weak look at a queue
 * that may not have let it go.
 */
final class EndedOneShot extends TaskRecord {

	private final long endedNanos;

	private final @Nullable WeakReference<Future<?>> retained;

	EndedOneShot(OneShot<?> shot, long endedNanos) {
		super(shot, shot.lastDetails());
		long created = details().createdNanos();
		// a reading that a burst shares may be older than the task
		this.endedNanos = (endedNanos - created < 0) ? created : endedNanos;
		Future<?> future = shot.future();
		this.retained = (future != null && wasCancelled() && Boolean.FALSE.equals(scheduler().pool().removeOnCancel()))
				? new WeakReference<>(future) : null;
	}

	@Override
	long endedNanos() {
		return this.endedNanos;
	}

	@Override
	public boolean isRetained() {
		return isRetained(this.retained);
	}

	/** It has ended, as have its runs. */
	@Override
	@Nullable Thread runner() {
		return null;
	}

	@Override
	void untimedRunStarts(@Nullable Object[] slots) {
		throw new IllegalStateException("the task has ended");
	}

	@Override
	@Nullable ActiveRun untimedRunEnds(boolean logged) {
		throw new IllegalStateException("the task has ended");
	}

	@Override
	void releaseReferences() {
	}

}
