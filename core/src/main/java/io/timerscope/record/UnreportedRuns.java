package io.timerscope.record;

import java.util.concurrent.atomic.LongAdder;

/**
 * Runs of a site that nobody timed. Listeners hear of them together, once per tick. Most
 * tasks complete by one such run, so those runs are worked out: they are the completed
 * tasks without those whose run was reported by itself.
 */
final class UnreportedRuns {

	/** Completed tasks whose run was reported by itself, or that had none. */
	private final LongAdder reported = new LongAdder();

	private final LongAdder further = new LongAdder();

	/** Runs of completed tasks that were reported together so far. */
	private long together;

	private volatile String kind = "";

	/** A task is about to complete whose run is reported by itself. */
	void reported() {
		this.reported.increment();
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

	/** The kind of the last of them; most sites know only one. */
	String kind() {
		return this.kind;
	}

	/**
	 * Takes the runs that are to be reported now. Called by the clock only.
	 * @param completed tasks that completed. Read before those reported by themselves,
	 * which are counted first
	 */
	long take(long completed) {
		long together = Math.max(this.together, completed - this.reported.sum());
		long runs = together - this.together + this.further.sumThenReset();
		this.together = together;
		return runs;
	}

}
