package io.timerscope.record;

import org.jspecify.annotations.Nullable;

/**
 * A hash table of tasks by their ids, in a bare array, so that an owner with one task
 * pays for no further object. At most three quarters full. Guarded by whoever has it.
 */
final class TaskTable {

	static final int SMALL = 4;

	private static final @Nullable TaskRecord[] NONE = {};

	private TaskTable() {
	}

	static @Nullable TaskRecord[] empty() {
		return NONE;
	}

	/** Whether one more task would leave too little room. */
	static boolean isFull(@Nullable TaskRecord[] table, int size) {
		return (size + 1) * 4 > table.length * 3;
	}

	static void add(@Nullable TaskRecord[] table, TaskRecord task) {
		int mask = table.length - 1;
		int place = home(task, mask);
		while (table[place] != null) {
			place = (place + 1) & mask;
		}
		table[place] = task;
	}

	/**
	 * Takes a task out, and moves up what it kept from its place.
	 * @return how many places were looked at, negative if the task was not there
	 */
	static int remove(@Nullable TaskRecord[] table, TaskRecord task) {
		if (table.length == 0) {
			return -1;
		}
		int mask = table.length - 1;
		int looks = 1;
		int place = home(task, mask);
		while (table[place] != task) {
			if (table[place] == null) {
				return -looks;
			}
			place = (place + 1) & mask;
			looks++;
		}
		int hole = place;
		for (int next = (hole + 1) & mask;; next = (next + 1) & mask) {
			TaskRecord follower = table[next];
			looks++;
			if (follower == null) {
				table[hole] = null;
				return looks;
			}
			if (((next - home(follower, mask)) & mask) >= ((next - hole) & mask)) {
				table[hole] = follower;
				hole = next;
			}
		}
	}

	/** The live tasks in a table of their own, with room for about as many again. */
	static @Nullable TaskRecord[] living(@Nullable TaskRecord[] table, int further) {
		int living = further;
		for (TaskRecord task : table) {
			living += (task != null && task.isLive()) ? 1 : 0;
		}
		if (living == 0) {
			return NONE;
		}
		@Nullable TaskRecord[] fresh = new @Nullable TaskRecord[(living < SMALL) ? SMALL : Integer.highestOneBit(living) * 4];
		for (TaskRecord task : table) {
			if (task != null && task.isLive()) {
				add(fresh, task);
			}
		}
		return fresh;
	}

	static int size(@Nullable TaskRecord[] table) {
		int size = 0;
		for (TaskRecord task : table) {
			size += (task != null) ? 1 : 0;
		}
		return size;
	}

	/** Ids that follow one another are spread. */
	private static int home(TaskRecord task, int mask) {
		return (int) ((task.id() * 0x9E3779B97F4A7C15L) >>> 32) & mask;
	}

}
