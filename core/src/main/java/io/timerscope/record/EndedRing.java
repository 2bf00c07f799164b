package io.timerscope.record;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The last tasks that ended on some of the threads, any of which may write. A writer
 * never waits; when writers race for the same place the later one stays.
 */
final class EndedRing {

	/** Far enough from what lies before and behind it in memory. */
	private static final int COUNTER = 8;

	private final AtomicReferenceArray<@Nullable TaskRecord> ring;

	/** When the one-shot ended that is in the same place of the ring. */
	private final long[] endedNanos;

	private final AtomicLongArray written = new AtomicLongArray(2 * COUNTER);

	private final SharedClock clock;

	EndedRing(int size, SharedClock clock) {
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
			this.ring.setRelease(place, null);
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
			TaskRecord task = settled(place);
			if (task != null) {
				visitor.accept(task);
			}
		}
	}

	@Nullable TaskRecord find(long id) {
		for (int place = 0; place < this.ring.length(); place++) {
			TaskRecord task = this.ring.get(place);
			if (task != null && task.id() == id) {
				return settled(place);
			}
		}
		return null;
	}

	/** Lets go of what ended before. */
	void forget(long beforeNanos) {
		for (int place = 0; place < this.ring.length(); place++) {
			TaskRecord task = settled(place);
			if (task != null && task.endedNanos() - beforeNanos < 0) {
				this.ring.compareAndSet(place, task, null);
			}
		}
	}

	/**
	 * Makes the copy that was put off. Returns {@code null} where nothing is, or where a
	 * writer is just now.
	 */
	private @Nullable TaskRecord settled(int place) {
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
