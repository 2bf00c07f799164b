package io.timerscope;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A run under way; known by its identity. */
final class ActiveRun {

	/** Stands in for each run that is not timed, and holds no thread. */
	static final ActiveRun UNTIMED = new ActiveRun(null, 0, 0);

	private final @Nullable Thread thread;

	private final long startedNanos;

	private final long latenessNanos;

	ActiveRun(@Nullable Thread thread, long startedNanos, long latenessNanos) {
		this.thread = thread;
		this.startedNanos = startedNanos;
		this.latenessNanos = latenessNanos;
	}

	Thread thread() {
		return Objects.requireNonNull(this.thread);
	}

	long startedNanos() {
		return this.startedNanos;
	}

	/** How long after its due time it started. */
	long latenessNanos() {
		return this.latenessNanos;
	}

}
