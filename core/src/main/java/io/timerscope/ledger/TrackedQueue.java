package io.timerscope.ledger;

import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.timerscope.record.TrackedFuture;
import org.jspecify.annotations.Nullable;

/**
 * A pool's queue as callers may see it: its entries are the futures that they hold. What
 * leaves it through this view is known not to run.
 */
final class TrackedQueue extends AbstractQueue<Runnable> implements BlockingQueue<Runnable> {

	private final BlockingQueue<Runnable> queue;

	private final QueueTracker tracker;

	TrackedQueue(BlockingQueue<Runnable> queue, QueueTracker tracker) {
		this.queue = queue;
		this.tracker = tracker;
	}

	private List<Runnable> shown(Collection<Runnable> entries) {
		CallerFutures handles = this.tracker.handles(entries);
		return entries.stream().map(handles::of).toList();
	}

	private @Nullable Runnable taken(@Nullable Runnable entry) {
		return (entry == null) ? null : taken(List.of(entry)).get(0);
	}

	private List<Runnable> taken(List<Runnable> entries) {
		List<Runnable> shown = shown(entries);
		this.tracker.removed(entries);
		return shown;
	}

	@Override
	public int size() {
		return this.queue.size();
	}

	@Override
	public int remainingCapacity() {
		return this.queue.remainingCapacity();
	}

	@Override
	public Iterator<Runnable> iterator() {
		List<Runnable> entries = List.of(this.queue.toArray(new Runnable[0]));
		return new Entries(this, shown(entries).iterator());
	}

	@Override
	public Object[] toArray() {
		return shown(List.of(this.queue.toArray(new Runnable[0]))).toArray();
	}

	@Override
	public <T> T[] toArray(T[] array) {
		return shown(List.of(this.queue.toArray(new Runnable[0]))).toArray(array);
	}

	@Override
	@SuppressWarnings("CollectionUndefinedEquality") // the queue compares by identity
	public boolean contains(@Nullable Object task) {
		return this.queue.contains((task == null) ? null : TrackedFuture.unwrap(task));
	}

	@Override
	public boolean remove(@Nullable Object task) {
		return this.tracker.remove(task, this.queue::remove);
	}

	@Override
	public boolean removeIf(Predicate<? super Runnable> filter) {
		List<Runnable> removed = new ArrayList<>();
		for (Runnable entry : this) {
			Runnable bare = bare(entry);
			if (filter.test(entry) && this.queue.remove(bare)) {
				removed.add(bare);
			}
		}
		this.tracker.removed(removed);
		return !removed.isEmpty();
	}

	@Override
	public boolean removeAll(Collection<?> tasks) {
		return removeIf(tasks::contains);
	}

	@Override
	public boolean retainAll(Collection<?> tasks) {
		return removeIf((entry) -> !tasks.contains(entry));
	}

	@Override
	public void clear() {
		removeIf((entry) -> true);
	}

	@Override
	public boolean offer(Runnable task) {
		return this.queue.offer(bare(task));
	}

	@Override
	public boolean offer(Runnable task, long timeout, TimeUnit unit) throws InterruptedException {
		return this.queue.offer(bare(task), timeout, unit);
	}

	@Override
	public void put(Runnable task) throws InterruptedException {
		this.queue.put(bare(task));
	}

	private static Runnable bare(Runnable task) {
		return (TrackedFuture.unwrap(task) instanceof Runnable bare) ? bare : task;
	}

	@Override
	public @Nullable Runnable peek() {
		Runnable entry = this.queue.peek();
		return (entry == null) ? null : shown(List.of(entry)).get(0);
	}

	@Override
	public @Nullable Runnable poll() {
		return taken(this.queue.poll());
	}

	@Override
	public @Nullable Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
		return taken(this.queue.poll(timeout, unit));
	}

	@Override
	public Runnable take() throws InterruptedException {
		return taken(List.of(this.queue.take())).get(0);
	}

	@Override
	public int drainTo(Collection<? super Runnable> target) {
		return drainTo(target, Integer.MAX_VALUE);
	}

	@Override
	public int drainTo(Collection<? super Runnable> target, int limit) {
		if (target == this) {
			throw new IllegalArgumentException("a queue cannot be drained to itself");
		}
		List<Runnable> entries = new ArrayList<>();
		int drained = this.queue.drainTo(entries, limit);
		target.addAll(taken(entries));
		return drained;
	}

	@Override
	public String toString() {
		return this.queue.toString();
	}

	/** A walk over what was in the queue. */
	private static final class Entries implements Iterator<Runnable> {

		private final TrackedQueue queue;

		private final Iterator<Runnable> entries;

		private @Nullable Runnable last;

		Entries(TrackedQueue queue, Iterator<Runnable> entries) {
			this.queue = queue;
			this.entries = entries;
		}

		@Override
		public boolean hasNext() {
			return this.entries.hasNext();
		}

		@Override
		public Runnable next() {
			Runnable next = this.entries.next();
			this.last = next;
			return next;
		}

		@Override
		public void remove() {
			Runnable last = this.last;
			if (last == null) {
				throw new IllegalStateException("there is nothing to remove");
			}
			this.last = null;
			this.queue.remove(last);
		}

	}

}
