package io.timerscope.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.function.Predicate;

import io.timerscope.record.LedgerWriter;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.TrackedFuture;
import org.jspecify.annotations.Nullable;

/**
 * What leaves the queue of one scheduler's pool without a cancel: dropped by
 * {@code shutdownNow}, removed, or taken out by hand. It will not run.
 */
final class QueueTracker {

	private final SchedulerRecord scheduler;

	private final LedgerWriter writer;

	private final SilentEnds silentEnds;

	QueueTracker(SchedulerRecord scheduler, SilentEnds silentEnds) {
		this.scheduler = scheduler;
		this.writer = scheduler.writer();
		this.silentEnds = silentEnds;
	}

	/** Returns what a pool dropped, each task as the future that its caller holds. */
	List<Runnable> dropped(Collection<? extends Runnable> dropped) {
		List<Runnable> handles = new ArrayList<>(dropped);
		this.writer.errors().guarded("settle what a pool dropped", () -> {
			CallerFutures known = handles(dropped);
			handles.replaceAll(known::of);
			known.lose(this.writer);
			this.silentEnds.allOf(this.scheduler);
		});
		return handles;
	}

	boolean remove(@Nullable Object task, Predicate<@Nullable Object> removal) {
		Object bare = (task == null) ? null : TrackedFuture.unwrap(task);
		boolean removed = removal.test(bare);
		if (removed && bare != null) {
			this.writer.errors().guarded("settle what left a queue", () -> removed(List.of(bare)));
		}
		return removed;
	}

	BlockingQueue<Runnable> queue(BlockingQueue<Runnable> queue) {
		return new TrackedQueue(queue, this);
	}

	/** Takes note of what left a queue and was not cancelled. */
	void removed(Collection<?> entries) {
		handles(entries).lose(this.writer);
	}

	/** The futures that callers hold in place of a queue's entries. */
	CallerFutures handles(Collection<?> entries) {
		return CallerFutures.of(this.writer.live(), entries);
	}

}
