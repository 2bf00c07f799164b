package io.timerscope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * The last tasks that ended, a ring that any thread may write. A writer never waits; when
 * writers race for the same place the later one stays.
 */
final class EndedTasks {

	private static final int SHARED = 16;

	private static final long BURST_NANOS = 1_000_000;

	private final AtomicReferenceArray<@Nullable LiveTask> ring;

	private final TimeSource time;

	private final long[] endedNanos;

	/** A burst of ends shares a reading of the clock; a tick ends the burst. */
	private volatile boolean burst;

	private volatile long lastNanos;

	private final AtomicLong written = new AtomicLong();

	EndedTasks(int size, TimeSource time) {
		this.time = time;
		this.ring = new AtomicReferenceArray<>(size);
		this.endedNanos = new long[size];
	}

	void add(LiveTask task) {
		int size = this.ring.length();
		if (size > 0) {
			long number = this.written.getAndIncrement();
			int place = (int) (number % size);
			TaskDetails details = task.knownDetails();
			long ended = (details == null) ? 0 : details.endedNanos();
			this.endedNanos[place] = (ended != 0) ? ended : nanos(number);
			this.ring.setRelease(place, task.forHistory());
		}
	}

	private long nanos(long number) {
		boolean first = number % SHARED == 0;
		if (this.burst && !first) {
			return this.lastNanos;
		}
		long now = this.time.nanos();
		if (first) {
			this.burst = now - this.lastNanos < BURST_NANOS;
			this.lastNanos = now;
		}
		return now;
	}

	/** Lets the next end read the clock. */
	void tick() {
		this.burst = false;
	}

	/** Returns {@code null} where nothing is, or where a writer is just now. */
	private @Nullable LiveTask read(int place) {
		LiveTask task = this.ring.get(place);
		long nanos = this.endedNanos[place];
		if (task == null || this.ring.get(place) != task) {
			return null;
		}
		task.endedNanos(nanos);
		return task;
	}

	/** Ordered by id, so that pages can go on behind one. */
	List<LiveTask> list() {
		List<LiveTask> ended = new ArrayList<>(this.ring.length());
		for (int place = 0; place < this.ring.length(); place++) {
			LiveTask task = read(place);
			if (task != null) {
				ended.add(task);
			}
		}
		ended.sort(Comparator.comparingLong(LiveTask::id));
		return ended;
	}

	@Nullable LiveTask find(long id) {
		for (int place = 0; place < this.ring.length(); place++) {
			LiveTask task = this.ring.get(place);
			if (task != null && task.id() == id) {
				return read(place);
			}
		}
		return null;
	}

}
