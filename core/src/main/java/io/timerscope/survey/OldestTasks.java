package io.timerscope.survey;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.timerscope.record.LiveTasks;
import io.timerscope.record.SiteCounts;
import io.timerscope.record.TaskRecord;

/**
 * Finds the oldest live task of each site. Where that was last time is remembered, so
 * that a walk begins where the last one ended. A thread that has taken an id may take a
 * while to show its task, so what came after the tick before last is looked at again.
 */
final class OldestTasks {

	private final LiveTasks live;

	/** Guarded by this. */
	private long settled;

	/** Guarded by this. */
	private long atLastTick;

	OldestTasks(LiveTasks live) {
		this.live = live;
	}

	/** Called by the clock. */
	synchronized void tick() {
		this.settled = this.atLastTick;
		this.atLastTick = this.live.nextId();
	}

	/**
	 * Looks for the oldest tasks.
	 * @param siteCounts those that have live tasks
	 * @return by site; nothing for one whose tasks have all ended meanwhile
	 */
	synchronized Map<SiteCounts, TaskRecord> of(Collection<SiteCounts> siteCounts) {
		Map<SiteCounts, TaskRecord> oldest = new HashMap<>();
		Set<SiteCounts> moved = new HashSet<>();
		long from = Long.MAX_VALUE;
		for (SiteCounts counts : siteCounts) {
			TaskRecord task = this.live.find(counts.oldest());
			if (task != null && task.counts() == counts && task.isAccepted()) {
				oldest.put(counts, task);
			}
			else {
				moved.add(counts);
				from = Math.min(from, counts.oldest());
			}
		}
		if (!moved.isEmpty()) {
			walk(from, moved, oldest);
		}
		return oldest;
	}

	/** A task that is only about to be handed over may yet be the oldest. */
	private void walk(long from, Set<SiteCounts> moved, Map<SiteCounts, TaskRecord> oldest) {
		Set<SiteCounts> remembered = new HashSet<>();
		this.live.forEachAfter(from - 1, (task) -> {
			SiteCounts counts = task.counts();
			if (moved.contains(counts) && task.isLive()) {
				if (remembered.add(counts)) {
					counts.oldest(Math.max(counts.oldest(), Math.min(task.id(), this.settled)));
				}
				if (task.isAccepted()) {
					oldest.put(counts, task);
					moved.remove(counts);
				}
			}
			return !moved.isEmpty();
		});
	}

}
