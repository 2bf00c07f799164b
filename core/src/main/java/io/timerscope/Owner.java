package io.timerscope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
public final class Owner {

	private static final LiveTask[] NONE = {};

	private final OwnerKind kind;

	private final String id;

	private final long openedNanos;

	private volatile String name;

	/** Guarded by this. */
	private LiveTask[] members = NONE;

	/** Guarded by this. */
	private int size;

	private volatile @Nullable Ended ended;

	Owner(OwnerKind kind, String id, String name, long openedNanos) {
		this.kind = kind;
		this.id = id;
		this.name = name;
		this.openedNanos = openedNanos;
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
		return this.id;
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
		this.name = name;
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

	/** Returns the live members at the moment of the end; empty on every further call. */
	synchronized List<LiveTask> end(long nanos) {
		if (this.ended != null) {
			return List.of();
		}
		this.ended = new Ended(nanos);
		List<LiveTask> live = new ArrayList<>(this.size);
		for (int i = 0; i < this.size; i++) {
			if (this.members[i].isLive()) {
				live.add(this.members[i]);
			}
		}
		return live;
	}

	synchronized void reopen() {
		this.ended = null;
	}

	/** Returns {@code false} if the owner was over before the task was added. */
	synchronized boolean add(LiveTask task) {
		if (this.size == this.members.length) {
			letGoOfEnded();
		}
		this.members[this.size++] = task;
		return this.ended == null;
	}

	synchronized int memberCapacity() {
		return this.members.length;
	}

	private void letGoOfEnded() {
		int kept = 0;
		for (int i = 0; i < this.size; i++) {
			if (this.members[i].isLive()) {
				this.members[kept++] = this.members[i];
			}
		}
		this.size = kept;
		this.members = Arrays.copyOf(this.members, Math.max(4, kept * 2));
	}

	@Override
	public String toString() {
		return this.kind.label() + " " + this.name;
	}

	/** One end of the owner; an owner that is opened again can have several. */
	static final class Ended {

		private final long nanos;

		Ended(long nanos) {
			this.nanos = nanos;
		}

		long nanos() {
			return this.nanos;
		}

	}

}
