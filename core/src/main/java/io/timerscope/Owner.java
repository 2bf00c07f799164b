package io.timerscope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What a task should not outlive. An owner holds words only, never the request, session
 * or bean that it stands for, so that a leaked task does not keep them in memory.
 * <p>
 * Written by the thread that opens and ends it and, for short-lived kinds, by every
 * thread that schedules on its behalf; read by any thread.
 *
 * @since 0.1.0
 */
public final class Owner implements OwnerSource {

	/** Clients choose the names of some. */
	private static final int NAME_LIMIT = 500;

	private static final LineOwners.OneOwner[] NOWHERE = {};

	private final OwnerKind kind;

	private final long number;

	private final long openedNanos;

	private volatile String name;

	private volatile boolean oneOfMany;

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

	Owner(OwnerKind kind, long number, String name, long openedNanos) {
		this.kind = kind;
		this.number = number;
		this.name = PlainText.of(name, NAME_LIMIT);
		this.openedNanos = openedNanos;
		this.beanTasks = (kind == OwnerKind.BEAN) ? new BeanTasks() : null;
	}

	/**
	 * What the owner is.
	 * @return the kind
	 */
	public OwnerKind kind() {
		return this.kind;
	}

	/**
	 * Tells two owners of one name apart.
	 * @return an id that is unique within the ledger
	 */
	public String id() {
		return (this.number == 0) ? this.kind.label()
				: this.kind.label().charAt(0) + "-" + Long.toString(this.number, 36);
	}

	/**
	 * What people call it: {@code POST /orders}, a bean name, a scope's name.
	 * @return the name, as far as it is known by now
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Gives a better name, for example once the route of a request is known.
	 * @param name the name from now on
	 */
	public void rename(String name) {
		this.name = PlainText.of(name, NAME_LIMIT);
	}

	/** Says that the owner stands for one of several, or for any of them. */
	public void oneOfMany() {
		this.oneOfMany = true;
	}

	/**
	 * Whether the owner is one of several of its name, as a prototype bean is.
	 * @return {@code false} for a singleton
	 */
	public boolean isOneOfMany() {
		return this.oneOfMany;
	}

	/**
	 * Whether the owner is over.
	 * @return {@code true} from its end until it is opened again
	 */
	public boolean isEnded() {
		return this.ended != null;
	}

	long openedNanos() {
		return this.openedNanos;
	}

	@Nullable Ended ended() {
		return this.ended;
	}

	/** An owner is where it comes from itself. */
	@Override
	public Owner owner() {
		return this;
	}

	/**
	 * Lets something end together with the owner.
	 * @param companion called once, without any lock, by the thread that ends the owner
	 * @return {@code false} if the owner is over, in which case nothing will be called
	 */
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

	/**
	 * Takes {@link #attach} back.
	 * @param companion what was attached; anything else is ignored
	 */
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

	@Override
	public String toString() {
		return this.kind.label() + " " + this.name;
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
