package io.timerscope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * An owner, the tasks that it has scheduled and the end that they must not outlive.
 * <p>
 * Written by the thread that opens and ends it and, for short-lived kinds, by every
 * thread that schedules on its behalf; read by any thread.
 */
final class TaskOwner extends Owner {

	private static final LineOwners.OneOwner[] NOWHERE = {};

	private final long openedNanos;

	/** A {@link MemberTable}; guarded by this. */
	private @Nullable LiveTask[] members = MemberTable.empty();

	/** Guarded by this. */
	private int size;

	/** The lines where it scheduled periodic tasks; written under this. */
	private volatile LineOwners.OneOwner[] periodicLines = NOWHERE;

	/** In place of members, for a bean only. */
	private final @Nullable BeanTasks beanTasks;

	/** Guarded by this. */
	private @Nullable Set<Runnable> companions;

	private volatile @Nullable Ended ended;

	TaskOwner(OwnerKind kind, long number, String name, long openedNanos) {
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

	@Nullable Ended ended() {
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
	synchronized @Nullable List<Runnable> end(Ended end) {
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
	int forEachTask(LiveTasks all, Consumer<LiveTask> visitor) {
		if (this.beanTasks != null) {
			return this.beanTasks.forEach(this, all, visitor);
		}
		List<LiveTask> members = liveMembers();
		members.forEach(visitor);
		return members.size();
	}

	synchronized List<LiveTask> liveMembers() {
		letGoOfEnded(0);
		List<LiveTask> living = new ArrayList<>(this.size);
		for (LiveTask task : this.members) {
			if (task != null) {
				living.add(task);
			}
		}
		return living;
	}

	synchronized void reopen() {
		this.ended = null;
	}

	/** Returns {@code false} if the owner was over before the task was added. */
	synchronized boolean add(LiveTask task) {
		if (MemberTable.isFull(this.members, this.size)) {
			letGoOfEnded(1);
		}
		MemberTable.add(this.members, task);
		this.size++;
		return this.ended == null;
	}

	/**
	 * Lets go of a task that has ended, and of what the pool's future keeps for it.
	 * @return how many places were looked at
	 */
	synchronized int remove(LiveTask task) {
		int looks = MemberTable.remove(this.members, task);
		if (looks > 0 && --this.size * 8 < this.members.length) {
			letGoOfEnded(0);
		}
		return Math.abs(looks);
	}

	/** The lines where this owner has scheduled periodic tasks. */
	List<LineOwners.OneOwner> periodicLines() {
		return List.of(this.periodicLines);
	}

	/** This owner at a line, if it has scheduled a periodic task there. */
	LineOwners.@Nullable OneOwner at(Line line) {
		for (LineOwners.OneOwner it : this.periodicLines) {
			if (it.line() == line) {
				return it;
			}
		}
		return null;
	}

	/** This owner at a line where it is about to schedule a periodic task. */
	synchronized LineOwners.OneOwner enter(Line line) {
		LineOwners.OneOwner known = at(line);
		if (known != null) {
			return known;
		}
		LineOwners.OneOwner[] lines = Arrays.copyOf(this.periodicLines, this.periodicLines.length + 1);
		LineOwners.OneOwner entered = line.owners().new OneOwner(line);
		lines[lines.length - 1] = entered;
		this.periodicLines = lines;
		return entered;
	}

	synchronized int memberCapacity() {
		return this.members.length;
	}

	/** Makes room for further tasks, or gives back what is too much. */
	private void letGoOfEnded(int further) {
		this.members = MemberTable.living(this.members, further);
		this.size = MemberTable.size(this.members);
	}

	/** One end of the owner; an owner that is opened again can have several. */
	static final class Ended {

		private final long nanos;

		private final boolean accuses;

		Ended(long nanos, boolean accuses) {
			this.nanos = nanos;
			this.accuses = accuses;
		}

		/** Whether what goes on is a leak; it is none where the application ends too. */
		boolean accuses() {
			return this.accuses;
		}

		long nanos() {
			return this.nanos;
		}

	}

}
