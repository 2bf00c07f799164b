package io.timerscope.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import org.jspecify.annotations.Nullable;

/**
 * An owner, the tasks that it has scheduled and the end that they must not outlive.
 * <p>
 * Written by the thread that opens and ends it and, for short-lived kinds, by every
 * thread that schedules on its behalf; read by any thread.
 */
public final class TaskOwner extends Owner {

	private static final SiteOwners.OneOwner[] NOWHERE = {};

	private final long openedNanos;

	/** A {@link TaskTable}; guarded by this. */
	private @Nullable TaskRecord[] members = TaskTable.empty();

	/** Guarded by this. */
	private int size;

	/** The sites where it scheduled periodic tasks; written under this. */
	private volatile SiteOwners.OneOwner[] periodicLines = NOWHERE;

	/** In place of members, for a bean only. */
	private final @Nullable BeanTasks beanTasks;

	/** Guarded by this. */
	private @Nullable Set<Runnable> companions;

	private volatile @Nullable Ended ended;

	public TaskOwner(OwnerKind kind, long number, String name, long openedNanos) {
		super(kind, number, name);
		this.openedNanos = openedNanos;
		this.beanTasks = (kind == OwnerKind.BEAN) ? new BeanTasks() : null;
	}

	@Override
	public boolean isEnded() {
		return this.ended != null;
	}

	long openedNanos() {
		return this.openedNanos;
	}

	public @Nullable Ended ended() {
		return this.ended;
	}

	@Override
	public synchronized boolean attach(Runnable companion) {
		if (this.ended != null) {
			return false;
		}
		if (this.companions == null) {
			this.companions = new LinkedHashSet<>();
		}
		this.companions.add(companion);
		return true;
	}

	@Override
	public synchronized void detach(Runnable companion) {
		if (this.companions != null) {
			this.companions.remove(companion);
		}
	}

	/** Returns what ends together with the owner, or {@code null} if it was over. */
	public synchronized @Nullable List<Runnable> end(Ended end) {
		if (this.ended != null) {
			return null;
		}
		this.ended = end;
		List<Runnable> companions = (this.companions != null) ? List.copyOf(this.companions) : List.of();
		this.companions = null;
		return companions;
	}

	@Nullable BeanTasks beanTasks() {
		return this.beanTasks;
	}

	/**
	 * Visits the live tasks, without any lock.
	 * @return how many tasks were looked at, also those of others
	 */
	public int forEachTask(LiveTasks all, Consumer<TaskRecord> visitor) {
		if (this.beanTasks != null) {
			return this.beanTasks.forEach(this, all, visitor);
		}
		List<TaskRecord> members = liveMembers();
		members.forEach(visitor);
		return members.size();
	}

	synchronized List<TaskRecord> liveMembers() {
		letGoOfEnded(0);
		List<TaskRecord> living = new ArrayList<>(this.size);
		for (TaskRecord task : this.members) {
			if (task != null) {
				living.add(task);
			}
		}
		return living;
	}

	public synchronized void reopen() {
		this.ended = null;
	}

	/**
	 * Adds a task. Whether the owner has ended meanwhile is asked when the scheduler has
	 * taken the task.
	 * @return {@code false} if the owner was over before
	 */
	synchronized boolean add(TaskRecord task) {
		if (TaskTable.isFull(this.members, this.size)) {
			letGoOfEnded(1);
		}
		TaskTable.add(this.members, task);
		this.size++;
		return this.ended == null;
	}

	/**
	 * Lets go of a task that has ended, and of what the pool's future keeps for it.
	 * @return how many places were looked at
	 */
	synchronized int remove(TaskRecord task) {
		int looks = TaskTable.remove(this.members, task);
		if (looks > 0 && --this.size * 8 < this.members.length) {
			letGoOfEnded(0);
		}
		return Math.abs(looks);
	}

	/** The sites where this owner has scheduled periodic tasks. */
	public List<SiteOwners.OneOwner> periodicLines() {
		return List.of(this.periodicLines);
	}

	/** This owner at a site, if it has scheduled a periodic task there. */
	public SiteOwners.@Nullable OneOwner at(SiteCounts counts) {
		for (SiteOwners.OneOwner it : this.periodicLines) {
			if (it.counts() == counts) {
				return it;
			}
		}
		return null;
	}

	/** This owner at a site where it is about to schedule a periodic task. */
	public synchronized SiteOwners.OneOwner enter(SiteCounts counts) {
		SiteOwners.OneOwner known = at(counts);
		if (known != null) {
			return known;
		}
		SiteOwners.OneOwner[] grown = Arrays.copyOf(this.periodicLines, this.periodicLines.length + 1);
		SiteOwners.OneOwner entered = counts.owners().new OneOwner(counts);
		grown[grown.length - 1] = entered;
		this.periodicLines = grown;
		return entered;
	}

	public synchronized int memberCapacity() {
		return this.members.length;
	}

	/** Makes room for further tasks, or gives back what is too much. */
	private void letGoOfEnded(int further) {
		this.members = TaskTable.living(this.members, further);
		this.size = TaskTable.size(this.members);
	}

	/** One end of the owner; an owner that is opened again can have several. */
	public static final class Ended {

		private final long nanos;

		private final boolean accuses;

		public Ended(long nanos, boolean accuses) {
			this.nanos = nanos;
			this.accuses = accuses;
		}

		/** Whether what goes on is a leak; it is none where the application ends too. */
		public boolean accuses() {
			return this.accuses;
		}

		public long nanos() {
			return this.nanos;
		}

	}

}
