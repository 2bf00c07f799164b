package io.timerscope.record;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Our own faults: counted each time, logged once per place, never thrown. */
public final class TrackingErrors {

	private static final System.Logger LOGGER = System.getLogger("io.timerscope.ledger.TaskLedger");

	private final LongAdder count = new LongAdder();

	private final Set<String> logged = ConcurrentHashMap.newKeySet();

	public void caught(String where, Throwable error) {
		this.count.increment();
		try {
			if (this.logged.add(where)) {
				LOGGER.log(System.Logger.Level.WARNING, "Timerscope failed to " + where
						+ "; the application's task is not affected. Further failures of this kind are only counted "
						+ "(timerscope.tracking.errors)", error);
			}
		}
		catch (Throwable ex) {
			this.count.increment();
		}
	}

	/** Runs a piece of the tracking, whose fault goes no further. */
	public void guarded(String what, Runnable work) {
		try {
			work.run();
		}
		catch (Throwable ex) {
			caught(what, ex);
		}
	}

	public long count() {
		return this.count.sum();
	}

}
