package io.timerscope.record;

import java.util.concurrent.atomic.LongAdder;

/**
 * Runs of a site that nobody timed. Listeners hear of them together, once per tick. Most
 * tasks complete by one such run, so those runs are worked out: they are the completed
 * tasks without those whose run was reported by itself.
 */
final class UnreportedRuns {

	/** Completed tasks whose run was reported by itself, or that had none. */
	private final LongAdder reportedAlone = new LongAdder();

	/** Untimed runs that completed no task. */
	private final LongAdder withoutCompletion = new LongAdder();

	/** Runs of completed tasks that were reported together so far. */
	private long reportedTogether;

	private volatile String kind = "";

	/** A task is about to complete whose run is reported by itself. */
	void reported() {
		this.reportedAlone.increment();
	}

	/** Runs went untimed that show in no count of completed tasks. */
	void add(long runs) {
		this.withoutCompletion.add(runs);
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
		long reportedTogether = Math.max(this.reportedTogether, completed - this.reportedAlone.sum());
		long runs = reportedTogether - this.reportedTogether + this.withoutCompletion.sumThenReset();
		this.reportedTogether = reportedTogether;
		return runs;
	}

}
