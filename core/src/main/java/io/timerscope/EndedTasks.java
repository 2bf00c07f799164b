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

	private final AtomicReferenceArray<@Nullable LiveTask> ring;

	private final long[] endedNanos;

	private final AtomicLong written = new AtomicLong();

	EndedTasks(int size) {
		this.ring = new AtomicReferenceArray<>(size);
		this.endedNanos = new long[size];
	}

	void add(LiveTask task, long nowNanos) {
		int size = this.ring.length();
		if (size > 0) {
			int place = (int) (this.written.getAndIncrement() % size);
			this.endedNanos[place] = nowNanos;
			this.ring.set(place, task.forHistory());
		}
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
