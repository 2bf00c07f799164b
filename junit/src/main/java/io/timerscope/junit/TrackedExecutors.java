package io.timerscope.junit;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

import io.timerscope.Owner;
import io.timerscope.PoolView;
import io.timerscope.SchedulerTraits;
import io.timerscope.Site;
import io.timerscope.TaskTracker;
import io.timerscope.TrackedScheduledExecutorService;

/** The executors that tests asked to track, each held weakly. */
final class TrackedExecutors {

	private final LedgerBook book;

	private final AtomicLong numbers = new AtomicLong();

	private final List<Entry> entries = new CopyOnWriteArrayList<>();

	TrackedExecutors(LedgerBook book) {
		this.book = book;
	}

	ScheduledExecutorService track(ScheduledExecutorService executor) {
		return new TrackedScheduledExecutorService(executor, add(executor).tracker());
	}

	Entry add(ExecutorService executor) {
		this.entries.removeIf(Entry::isOver);
		long number = this.numbers.incrementAndGet();
		String type = executor.getClass().getName();
		TaskTracker tracker = this.book.ledger()
			.schedulers()
			.track("executor-" + number, type, SchedulerTraits.EXECUTOR, PoolView.of(executor));
		Entry entry = new Entry(number, tracker, new WeakReference<>(executor), this.book.ledger().site(),
				this.book.currentOwner(), Thread.currentThread().getName());
		this.entries.add(entry);
		return entry;
	}

	long count() {
		return this.numbers.get();
	}

	List<Suspect> since(long count, WatchedTest test) {
		List<Suspect> suspects = new ArrayList<>();
		for (Entry entry : this.entries) {
			if (entry.number() > count && !entry.isOver()
					&& test.isMine(this.book, entry.owner().kind(), entry.owner().id(), entry.thread())) {
				suspects.add(suspect(entry, test));
			}
		}
		return suspects;
	}

	private static Suspect suspect(Entry entry, WatchedTest test) {
		TimerLeak leak = new TimerLeak(TimerLeak.Kind.SCHEDULER, entry.tracker().type(), entry.tracker().name(), null,
				entry.site().frame(), entry.site().stack(), null, List.of(), test.name());
		return new Suspect(entry, leak, entry::shutdownNow);
	}

	/**
	 * An executor.
	 *
	 * @param number grows with time
	 * @param tracker notes its tasks
	 * @param executor the executor
	 * @param site where it was made known
	 * @param owner who made it known
	 * @param thread on which thread
	 */
	record Entry(long number, TaskTracker tracker, WeakReference<ExecutorService> executor, Site site, Owner owner,
			String thread) {

		boolean isOver() {
			ExecutorService executor = this.executor.get();
			return executor == null || executor.isShutdown();
		}

		void shutdownNow() {
			ExecutorService executor = this.executor.get();
			if (executor != null) {
				this.tracker.dropped(executor.shutdownNow());
			}
		}

	}

}
