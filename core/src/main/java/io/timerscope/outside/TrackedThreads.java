package io.timerscope.outside;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.timerscope.ledger.Schedulers;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.pool.PoolView;

/**
 * Tells the threads of tracked schedulers from others. A thread is known by its name,
 * once a run was seen on it or where the pool tells its prefix.
 */
final class TrackedThreads {

	private final Schedulers schedulers;

	/** Names of the pools that are tracked, with their last number left out. */
	private final Set<String> pools = new HashSet<>();

	TrackedThreads(Schedulers schedulers) {
		this.schedulers = schedulers;
	}

	/** The threads that are of no tracked scheduler. */
	List<TimerThread> others(List<TimerThread> threads) {
		for (TaskTracker tracker : this.schedulers.tracked()) {
			String ran = tracker.lastThread();
			if (ran != null && !ran.isEmpty()) {
				this.pools.add(ThreadCensus.poolOf(ran));
			}
		}
		return threads.stream().filter((thread) -> !isTracked(thread.name())).toList();
	}

	/** Bean names serve Spring's schedulers as prefix, also those that are left alone. */
	private boolean isTracked(String thread) {
		return this.pools.contains(ThreadCensus.poolOf(thread))
				|| this.schedulers.tracked().stream().anyMatch((tracker) -> {
					String prefix = tracker.pool().threadNamePrefix();
					return (prefix != null && !prefix.isEmpty() && thread.startsWith(prefix))
							|| thread.startsWith(tracker.name() + "-");
				}) || this.schedulers.untracked().stream().anyMatch((it) -> thread.startsWith(it.name() + "-"));
	}

	/** How many threads tracked pools have whose names nobody knows. */
	int unnamed() {
		int unnamed = 0;
		for (TaskTracker tracker : this.schedulers.tracked()) {
			PoolView pool = tracker.pool();
			Integer size = pool.poolSize();
			if (size != null && !pool.knowsItsThreads() && pool.threadNamePrefix() == null
					&& tracker.lastThread() == null) {
				unnamed += size;
			}
		}
		return unnamed;
	}

}
