package io.timerscope;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the oldest live task of each line. Where that was last time is remembered, so
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
	 * @param lines lines that have live tasks
	 * @return by line; nothing for one whose tasks have all ended meanwhile
	 */
	synchronized Map<Line, LiveTask> of(Collection<Line> lines) {
		Map<Line, LiveTask> oldest = new HashMap<>();
		Set<Line> moved = new HashSet<>();
		long from = Long.MAX_VALUE;
		for (Line line : lines) {
			LiveTask task = this.live.find(line.oldest());
			if (task != null && task.line() == line && task.isAdmitted()) {
				oldest.put(line, task);
			}
			else {
				moved.add(line);
				from = Math.min(from, line.oldest());
			}
		}
		if (!moved.isEmpty()) {
			walk(from, moved, oldest);
		}
		return oldest;
	}

	/** A task that is only about to be handed over may yet be the oldest. */
	private void walk(long from, Set<Line> moved, Map<Line, LiveTask> oldest) {
		Set<Line> remembered = new HashSet<>();
		this.live.forEachAfter(from - 1, (task) -> {
			Line line = task.line();
			if (moved.contains(line) && task.isLive()) {
				if (remembered.add(line)) {
					line.oldest(Math.max(line.oldest(), Math.min(task.id(), this.settled)));
				}
				if (task.isAdmitted()) {
					oldest.put(line, task);
					moved.remove(line);
				}
			}
			return !moved.isEmpty();
		});
	}

}
