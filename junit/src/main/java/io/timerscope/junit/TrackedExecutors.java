package io.timerscope.junit;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

import io.timerscope.junit.spring.ContextWork;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.jspecify.annotations.Nullable;

/**
 * The executors of tests: those they asked to track, and those the agent saw. Each is
 * held weakly.
 */
final class TrackedExecutors {

	private final LedgerBook book;

	private final AtomicLong numbers = new AtomicLong();

	private final List<Entry> entries = new CopyOnWriteArrayList<>();

	/** What the agent saw. Guarded by itself. */
	private final Map<ExecutorService, Entry> seen = new WeakHashMap<>();

	TrackedExecutors(LedgerBook book) {
		this.book = book;
	}

	ScheduledExecutorService track(ScheduledExecutorService executor) {
		this.entries.removeIf(Entry::isOver);
		Entry entry = entry(executor);
		this.entries.add(entry);
		return new TrackedScheduledExecutorService(executor, entry.tracker());
	}

	/** The agent saw a pool being made. */
	void made(ExecutorService pool) {
		seen(pool);
	}

	Made made(LedgerBook book) {
		return new Made(this.numbers.incrementAndGet(), book.ledger().site(), book.currentOwner(),
				Thread.currentThread().getName(), Made.initializing(), ContextWork.isGoingOn());
	}

	@Nullable Made madeOf(ExecutorService pool) {
		synchronized (this.seen) {
			Entry entry = this.seen.get(pool);
			return (entry == null) ? null : entry.made();
		}
	}

	TaskTracker trackerOf(ExecutorService pool) {
		return seen(pool).tracker();
	}

	private Entry seen(ExecutorService pool) {
		synchronized (this.seen) {
			return this.seen.computeIfAbsent(pool, this::entry);
		}
	}

	private Entry entry(ExecutorService executor) {
		Made made = made(this.book);
		TaskTracker tracker = this.book.ledger()
			.schedulers()
			.track("executor-" + made.number(), executor.getClass().getName(), SchedulerTraits.EXECUTOR,
					PoolView.of(executor));
		return new Entry(made, tracker, new WeakReference<>(executor));
	}

	long count() {
		return this.numbers.get();
	}

	/** What was asked to be tracked since then, and is not shut down. */
	List<Suspect> since(long count, WatchedTest test) {
		List<Suspect> suspects = new ArrayList<>();
		for (Entry entry : this.entries) {
			if (entry.made().number() > count && !entry.isOver() && entry.made().isBy(test, this.book)) {
				suspects.add(suspect(entry, test));
			}
		}
		return suspects;
	}

	private static Suspect suspect(Entry entry, WatchedTest test) {
		TimerLeak leak = new TimerLeak(TimerLeak.Kind.SCHEDULER, entry.tracker().type(), entry.tracker().name(), null,
				entry.made().site().frame(), entry.made().site().stack(), null, List.of(), test.name());
		return new Suspect(entry, leak, entry::shutdownNow);
	}

	/**
	 * An executor.
	 *
	 * @param made when and by whom
	 * @param tracker notes its tasks
	 * @param executor the executor
	 */
	record Entry(Made made, TaskTracker tracker, WeakReference<ExecutorService> executor) {

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
