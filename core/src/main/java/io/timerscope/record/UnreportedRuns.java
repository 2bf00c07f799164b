package io.timerscope.record;

import java.util.concurrent.atomic.LongAdder;

/**
 * Runs of a line that nobody timed, which listeners hear of together and late. The run of
 * a task that completed is not counted here once more, only if they have heard of it.
 */
final class UnreportedRuns {

	/** Completed tasks whose run listeners have heard of, or that had none. */
	private final LongAdder told = new LongAdder();

	private final LongAdder further = new LongAdder();

	/** Runs of completed tasks that listeners were told of together. */
	private long together;

	private volatile String kind = "";

	/** A task is about to complete of whose run listeners hear otherwise. */
	void told() {
		this.told.increment();
	}

	/** Runs went untimed that show in no count of completed tasks. */
	void add(long runs) {
		this.further.add(runs);
	}

	/** Takes note of the kind of schedule. */
	void kind(String kind) {
		if (!kind.equals(this.kind)) {
			this.kind = kind;
		}
	}

	/** The kind of the last of them; most lines know only one. */
	String kind() {
		return this.kind;
	}

	/**
	 * How many there are that listeners have not heard of; they are about to. Called by
	 * the clock only.
	 * @param completed tasks that completed; read before what was told, which is counted
	 * first
	 */
	long take(long completed) {
		long together = Math.max(this.together, completed - this.told.sum());
		long runs = together - this.together + this.further.sumThenReset();
		this.together = together;
		return runs;
	}

}
