package io.timerscope.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.timerscope.PoolView;
import io.timerscope.Schedulers;
import io.timerscope.TaskTracker;

/**
 * Tells the threads of tracked schedulers from others. A thread is known by its name,
 * once a run was seen on it or where the pool tells its prefix; a pool that has threads
 * and no run yet excuses as many new ones.
 */
final class TrackedThreads {

	private final Schedulers schedulers;

	/** Names of the pools that are tracked, with their last number left out. */
	private final Set<String> pools = new HashSet<>();

	private final Set<Long> seen = new HashSet<>();

	private final Set<Long> excused = new HashSet<>();

	private int unnamedBefore;

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
		List<TimerThread> others = threads.stream().filter((thread) -> !isTracked(thread.name())).toList();
		excuse(others, unnamed());
		return others.stream().filter((thread) -> !this.excused.contains(thread.id())).toList();
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

	/** Threads of tracked pools whose names nobody has seen. */
	private int unnamed() {
		int unnamed = 0;
		for (TaskTracker tracker : this.schedulers.tracked()) {
			PoolView pool = tracker.pool();
			Integer size = pool.poolSize();
			if (size != null && pool.threadNamePrefix() == null && tracker.lastThread() == null) {
				unnamed += size;
			}
		}
		return unnamed;
	}

	/** New threads that came together with as many unnamed ones may be theirs. */
	private void excuse(List<TimerThread> others, int unnamed) {
		Set<Long> ids = ThreadCensus.ids(others);
		this.seen.retainAll(ids);
		this.excused.retainAll(ids);
		if (unnamed == 0) {
			this.excused.clear();
		}
		boolean more = unnamed > this.unnamedBefore;
		for (Long id : ids) {
			if (this.seen.add(id) && more) {
				this.excused.add(id);
			}
		}
		this.unnamedBefore = unnamed;
	}

}
