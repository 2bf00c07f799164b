package io.timerscope.junit;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;

import io.timerscope.Site;
import org.jspecify.annotations.Nullable;

/**
 * Where threads come from, as far as the agent saw it. Written by the threads that make
 * pools and timers.
 */
final class ThreadOrigins {

	private static final int SITES = 5;

	private final TrackedExecutors executors;

	private final LedgerBook book;

	/** Guarded by itself. */
	private final Map<Thread, Origin> origins = new WeakHashMap<>();

	ThreadOrigins(TrackedExecutors executors, LedgerBook book) {
		this.executors = executors;
		this.book = book;
	}

	void ofPool(ExecutorService pool, Thread thread) {
		Made made = this.executors.madeOf(pool);
		if (made != null) {
			put(thread, made);
		}
	}

	void ofTimer(Thread thread) {
		synchronized (this.origins) {
			if (this.origins.containsKey(thread)) {
				return;
			}
		}
		put(thread, this.executors.made(this.book));
	}

	void scheduledOn(Thread timer) {
		Origin origin = of(timer);
		if (origin != null && origin.scheduled().size() < SITES) {
			origin.scheduled().addIfAbsent(this.book.ledger().site());
		}
	}

	private void put(Thread thread, Made made) {
		synchronized (this.origins) {
			this.origins.put(thread, new Origin(made, new CopyOnWriteArrayList<>()));
		}
	}

	@Nullable Origin of(Thread thread) {
		synchronized (this.origins) {
			return this.origins.get(thread);
		}
	}

	/**
	 * Of one thread.
	 *
	 * @param made its pool or timer
	 * @param scheduled where tasks of the timer were scheduled, the first few
	 */
	record Origin(Made made, CopyOnWriteArrayList<Site> scheduled) {
	}

}
