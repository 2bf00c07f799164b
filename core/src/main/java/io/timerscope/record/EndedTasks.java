package io.timerscope.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

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

	private final AtomicReferenceArray<@Nullable EndedRing> rings = new AtomicReferenceArray<>(RINGS);

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

	private EndedRing ring() {
		int place = (int) Thread.currentThread().getId() & (RINGS - 1);
		EndedRing ring = this.rings.getAcquire(place);
		if (ring != null) {
			return ring;
		}
		EndedRing made = new EndedRing(this.size, this.clock);
		EndedRing before = this.rings.compareAndExchange(place, null, made);
		return (before != null) ? before : made;
	}

	/** Makes the copies that were put off, and lets go of what is not among the last. */
	public void settle(TrackingErrors errors) {
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
			EndedRing ring = this.rings.getAcquire(place);
			TaskRecord task = (ring == null) ? null : ring.find(id);
			if (task != null) {
				return task;
			}
		}
		return null;
	}

	private void forEachRing(Consumer<EndedRing> action) {
		for (int place = 0; place < RINGS; place++) {
			EndedRing ring = this.rings.getAcquire(place);
			if (ring != null) {
				action.accept(ring);
			}
		}
	}

}
