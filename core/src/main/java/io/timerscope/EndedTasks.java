package io.timerscope;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * The last tasks that ended, a ring that any thread may write. A writer never waits; when
 * writers race for the same place the later one stays.
 * <p>
 * The record of a one-shot is in its caller's hands, so that the history keeps a copy.
 * Most are overwritten before anybody asks, so the copy is made when somebody does, at
 * the latest at the next tick; at once where the record leads to a result or a failure.
 */
final class EndedTasks {

	private final AtomicReferenceArray<@Nullable LiveTask> ring;

	/** When the one-shot ended that is in the same place of the ring. */
	private final long[] endedNanos;

	private final EndClock clock;

	private final AtomicLong written = new AtomicLong();

	EndedTasks(int size, EndClock clock) {
		this.ring = new AtomicReferenceArray<>(size);
		this.endedNanos = new long[size];
		this.clock = clock;
	}

	/** Keeps a task whose record knows when it ended. */
	void add(LiveTask task) {
		int size = this.ring.length();
		if (size > 0) {
			this.ring.setRelease((int) (this.written.getAndIncrement() % size), task);
		}
	}

	/**
	 * Keeps a one-shot that ends now.
	 * @param details what is known of it, with the time of its end
	 */
	void add(OneShot<?> shot, @Nullable TaskDetails details) {
		int size = this.ring.length();
		if (size > 0) {
			long number = this.written.getAndIncrement();
			int place = (int) (number % size);
			long ended = (details != null) ? details.endedNanos() : this.clock.nanos(number);
			if (shot.leavesNothing()) {
				this.ring.setRelease(place, null);
				VarHandle.storeStoreFence();
				this.endedNanos[place] = ended;
				this.ring.setRelease(place, shot);
			}
			else {
				this.ring.setRelease(place, new PastShot(shot, ended));
			}
		}
	}

	/** Makes the copies that were put off. */
	void settle(TrackingErrors errors) {
		for (int place = 0; place < this.ring.length(); place++) {
			try {
				settled(place);
			}
			catch (Throwable ex) {
				errors.caught("look back at a task that ended", ex);
			}
		}
	}

	/** Returns {@code null} where nothing is, or where a writer is just now. */
	private @Nullable LiveTask settled(int place) {
		LiveTask task = this.ring.get(place);
		if (!(task instanceof OneShot<?> shot)) {
			return task;
		}
		long ended = this.endedNanos[place];
		VarHandle.loadLoadFence();
		PastShot past = (this.ring.get(place) == task) ? new PastShot(shot, ended) : null;
		return (past == null || this.ring.compareAndSet(place, task, past)) ? past : null;
	}

	/** Ordered by id, so that pages can go on behind one. */
	List<LiveTask> list() {
		List<LiveTask> ended = new ArrayList<>(this.ring.length());
		for (int place = 0; place < this.ring.length(); place++) {
			LiveTask task = settled(place);
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
				return settled(place);
			}
		}
		return null;
	}

}
