package io.timerscope.record;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

import io.timerscope.clock.SharedClock;
import org.jspecify.annotations.Nullable;

/**
 * The last tasks that ended, in a ring for each few threads, so that threads which end
 * tasks at once do not write to the same places.
 * <p>
 * The record of a one-shot is in its caller's hands, so that the history keeps a copy.
 * Most are overwritten before anybody asks, so the copy is made when somebody does, at
 * the latest at the next tick; at once where the record leads to a result or a failure.
 */
public final class EndedTasks {

	private static final int RINGS = 4;

	private static final Comparator<TaskRecord> LATEST_FIRST = ((Comparator<TaskRecord>) (a, b) -> Long
		.signum(b.endedNanos() - a.endedNanos())).thenComparing(Comparator.comparingLong(TaskRecord::id).reversed());

	private final int size;

	private final SharedClock clock;

	private final AtomicReferenceArray<@Nullable Ring> rings = new AtomicReferenceArray<>(RINGS);

	public EndedTasks(int size, SharedClock clock) {
		this.size = size;
		this.clock = clock;
	}

	/** Keeps a task whose record knows when it ended. */
	void add(TaskRecord task) {
		if (this.size > 0) {
			ring().add(task);
		}
	}

	/**
	 * Keeps a one-shot that ends now.
	 * @param details what is known of it, with the time of its end
	 */
	void add(OneShot<?> shot, @Nullable TaskDetails details) {
		if (this.size > 0) {
			ring().add(shot, details);
		}
	}

	private Ring ring() {
		int place = (int) Thread.currentThread().getId() & (RINGS - 1);
		Ring ring = this.rings.getAcquire(place);
		if (ring != null) {
			return ring;
		}
		Ring made = new Ring(this.size, this.clock);
		Ring before = this.rings.compareAndExchange(place, null, made);
		return (before != null) ? before : made;
	}

	/** Makes the copies that were put off, and lets go of what is not among the last. */
	public void trim(TrackingErrors errors) {
		try {
			List<TaskRecord> last = last();
			if (last.size() == this.size && this.size > 0) {
				long oldest = last.get(last.size() - 1).endedNanos();
				forEachRing((ring) -> ring.forget(oldest));
			}
		}
		catch (Throwable ex) {
			errors.caught("look back at tasks that ended", ex);
		}
	}

	/** Ordered by id, so that pages can go on behind one. */
	public List<TaskRecord> list() {
		List<TaskRecord> last = new ArrayList<>(last());
		last.sort(Comparator.comparingLong(TaskRecord::id));
		return last;
	}

	private List<TaskRecord> last() {
		List<TaskRecord> ended = new ArrayList<>();
		forEachRing((ring) -> ring.forEach(ended::add));
		ended.sort(LATEST_FIRST);
		return ended.subList(0, Math.min(ended.size(), this.size));
	}

	public @Nullable TaskRecord find(long id) {
		for (int place = 0; place < RINGS; place++) {
			Ring ring = this.rings.getAcquire(place);
			TaskRecord task = (ring == null) ? null : ring.find(id);
			if (task != null) {
				return task;
			}
		}
		return null;
	}

	private void forEachRing(Consumer<Ring> action) {
		for (int place = 0; place < RINGS; place++) {
			Ring ring = this.rings.getAcquire(place);
			if (ring != null) {
				action.accept(ring);
			}
		}
	}

	/**
	 * The last tasks that ended on some of the threads, any of which may write. A writer
	 * never waits; when writers race for the same place the later one stays.
	 */
	private static final class Ring {

		/** Far enough from what lies before and behind it in memory. */
		private static final int COUNTER = 8;

		private final AtomicReferenceArray<@Nullable TaskRecord> ring;

		/** When the one-shot ended that is in the same place of the ring. */
		private final long[] endedNanos;

		private final AtomicLongArray written = new AtomicLongArray(2 * COUNTER);

		private final SharedClock clock;

		Ring(int size, SharedClock clock) {
			this.ring = new AtomicReferenceArray<>(size);
			this.endedNanos = new long[size];
			this.clock = clock;
		}

		void add(TaskRecord task) {
			this.ring.setRelease(place(this.written.getAndIncrement(COUNTER)), task);
		}

		void add(OneShot<?> shot, @Nullable TaskDetails details) {
			long number = this.written.getAndIncrement(COUNTER);
			int place = place(number);
			long ended = (details != null) ? details.endedNanos() : this.clock.nanos(number);
			if (shot.leavesNothing()) {
				this.ring.setRelease(place, null); // so that no reader has the old task
													// with this time
				VarHandle.storeStoreFence();
				this.endedNanos[place] = ended;
				this.ring.setRelease(place, shot);
			}
			else {
				this.ring.setRelease(place, new EndedOneShot(shot, ended));
			}
		}

		private int place(long number) {
			return (int) (number % this.ring.length());
		}

		/** Visits what is here, as it will be kept. */
		void forEach(Consumer<TaskRecord> visitor) {
			for (int place = 0; place < this.ring.length(); place++) {
				TaskRecord task = settle(place);
				if (task != null) {
					visitor.accept(task);
				}
			}
		}

		@Nullable TaskRecord find(long id) {
			for (int place = 0; place < this.ring.length(); place++) {
				TaskRecord task = this.ring.get(place);
				if (task != null && task.id() == id) {
					return settle(place);
				}
			}
			return null;
		}

		/** Lets go of what ended before. */
		void forget(long beforeNanos) {
			for (int place = 0; place < this.ring.length(); place++) {
				TaskRecord task = settle(place);
				if (task != null && task.endedNanos() - beforeNanos < 0) {
					this.ring.compareAndSet(place, task, null);
				}
			}
		}

		/**
		 * Makes the copy that was put off. Returns {@code null} where nothing is, or
		 * where a writer is just now.
		 */
		private @Nullable TaskRecord settle(int place) {
			TaskRecord task = this.ring.get(place);
			if (!(task instanceof OneShot<?> shot)) {
				return task;
			}
			long ended = this.endedNanos[place];
			VarHandle.loadLoadFence();
			EndedOneShot past = (this.ring.get(place) == task) ? new EndedOneShot(shot, ended) : null;
			return (past == null || this.ring.compareAndSet(place, task, past)) ? past : null;
		}

	}

}
