package io.timerscope.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The live tasks of one bean. A bean that has scheduled few has them at hand for the
 * moment of its end. One that schedules more may do so from many threads for years, so
 * that it keeps no list, and its tasks are looked for among all that are younger than its
 * first.
 * <p>
 * Written by every thread that schedules for the bean, or ends a task of it.
 */
public final class BeanTasks {

	/** Counts every task, also those that have ended. */
	public static final int FEW = 64;

	/** Guarded by this; {@code null} once there were too many. */
	private @Nullable List<TaskRecord> tasks = new ArrayList<>(1);

	/** Guarded by this. */
	private int scheduled;

	/** Written under this. */
	private volatile boolean many;

	/** No task has a smaller id; written under this. */
	private volatile long firstId = Long.MAX_VALUE;

	/** Called once its id is known. */
	void add(TaskRecord task) {
		if (!this.many || task.id() < this.firstId) {
			addUnlessMany(task);
		}
	}

	private synchronized void addUnlessMany(TaskRecord task) {
		this.firstId = Math.min(this.firstId, task.id());
		if (this.tasks == null) {
			return;
		}
		if (++this.scheduled > FEW) {
			this.tasks = null;
			this.many = true;
		}
		else {
			this.tasks.add(task);
		}
	}

	/** Called for each task that has ended, or was not taken. */
	void remove(TaskRecord task) {
		if (!this.many) {
			removeUnlessMany(task);
		}
	}

	private synchronized void removeUnlessMany(TaskRecord task) {
		if (this.tasks != null) {
			this.tasks.removeIf((it) -> it == task);
		}
	}

	/**
	 * Visits the live tasks.
	 * @param owner whose tasks these are
	 * @param all every live task
	 * @param visitor called without any lock
	 * @return how many tasks were looked at, also those of others
	 */
	int forEach(TaskOwner owner, LiveTasks all, Consumer<TaskRecord> visitor) {
		List<TaskRecord> few = few();
		if (few != null) {
			few.forEach(visitor);
			return few.size();
		}
		int[] looks = new int[1];
		all.forEachAfter(this.firstId - 1, (task) -> {
			looks[0]++;
			if (task.owner() == owner) {
				visitor.accept(task);
			}
			return true;
		});
		return looks[0];
	}

	private synchronized @Nullable List<TaskRecord> few() {
		return (this.tasks == null) ? null : List.copyOf(this.tasks);
	}

}
