package io.timerscope;

/** A run under way; known by its identity. */
final class ActiveRun {

	/** Stands in for each run that is not timed. */
	static final ActiveRun UNTIMED = new ActiveRun(Thread.currentThread(), 0, 0);

	private final Thread thread;

	private final long startedNanos;

	private final long latenessNanos;

	ActiveRun(Thread thread, long startedNanos, long latenessNanos) {
		this.thread = thread;
		this.startedNanos = startedNanos;
		this.latenessNanos = latenessNanos;
	}

	Thread thread() {
		return this.thread;
	}

	long startedNanos() {
		return this.startedNanos;
	}

	/** How long after its due time it started. */
	long latenessNanos() {
		return this.latenessNanos;
	}

}
