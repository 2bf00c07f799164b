package io.timerscope.record;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

import io.timerscope.Totals;
import io.timerscope.pool.PoolViews;
import io.timerscope.pool.SchedulerTraits;

/**
 * What is known of one scheduler, or of all that share a name: its pools, its counts, how
 * late it runs, and who records the runs of its tasks. Written by the threads that
 * schedule and run tasks, sampled by the clock's.
 */
public final class SchedulerRecord {

	private static final int UNWATCHED_CLASSES = 10;

	private final String name;

	private final String type;

	private final SchedulerTraits traits;

	private final RunRecorder runs;

	private final LedgerWriter writer;

	private final SchedulerCounts counts;

	private final Lateness lateness = new Lateness();

	private final PoolViews pool = new PoolViews();

	/** Classes of futures that are given to callers as they are. */
	private final Set<String> unwatchedFutures = ConcurrentHashMap.newKeySet();

	private volatile int retained;

	public SchedulerRecord(String name, String type, SchedulerTraits traits, RunRecorder runs) {
		this.name = name;
		this.type = type;
		this.traits = traits;
		this.runs = runs;
		this.writer = runs.writer();
		this.counts = new SchedulerCounts(this, this.writer.live());
	}

	public String name() {
		return this.name;
	}

	/** The user's class. */
	public String type() {
		return this.type;
	}

	public SchedulerTraits traits() {
		return this.traits;
	}

	/** One view over the pools of all schedulers of this name. */
	public PoolViews pool() {
		return this.pool;
	}

	public SchedulerCounts counts() {
		return this.counts;
	}

	public Lateness lateness() {
		return this.lateness;
	}

	RunRecorder runs() {
		return this.runs;
	}

	public LedgerWriter writer() {
		return this.writer;
	}

	/** Whether nothing of the scheduler is left but counts. */
	public boolean isGone() {
		return this.pool.isGone() && totals().live() == 0;
	}

	public Totals totals() {
		return this.counts.totals().withRetained(this.retained);
	}

	/** What callers get in place of a scheduler's future. */
	public Future<?> handle(TaskRecord task, Future<?> future) {
		if (TrackedFuture.canReplace(future)) {
			return TrackedFuture.of(task, future);
		}
		if (task.isPeriodic() && this.unwatchedFutures.size() < UNWATCHED_CLASSES) {
			this.unwatchedFutures.add(future.getClass().getName());
		}
		return future;
	}

	public List<String> unwatchedFutures() {
		return this.unwatchedFutures.stream().sorted().toList();
	}

	/**
	 * Whether anything runs. Where nothing does, what is due waits for no thread: the
	 * scheduler is paused.
	 * @param ifUnknown the answer where there is no pool to ask
	 */
	public boolean isAtWork(boolean ifUnknown) {
		boolean[] active = { totals().running() > 0 };
		this.writer.errors().guarded("ask a pool", () -> {
			Integer threads = this.pool.activeThreads();
			active[0] |= (threads == null) ? ifUnknown : threads > 0;
			active[0] &= !this.pool.isPaused();
		});
		return active[0];
	}

	/** Looks into the queue; costs a moment of its lock. */
	public void sample() {
		this.counts.recount();
		countRetained();
		this.lateness.sample();
	}

	/** Removes cancelled tasks from the queue; returns how many have gone. */
	public long purge() {
		long before = this.retained;
		this.pool.purge();
		countRetained();
		return Math.max(0, before - this.retained);
	}

	private void countRetained() {
		Integer retained = Boolean.TRUE.equals(this.pool.removeOnCancel()) ? null : this.pool.retained();
		this.retained = (retained == null) ? 0 : retained;
	}

	/** Whether the pool seems to have fewer tasks than the ledger. */
	public boolean lacksTasks() {
		Integer queued = this.pool.queued();
		Integer active = this.pool.activeThreads();
		return queued != null && active != null && totals().live() > queued - this.retained + active;
	}

	/** Reports the runs that nobody timed. */
	public void reportUntimed(Listeners listeners) {
		this.counts.forEach((counts) -> {
			counts.sampling.timeNext();
			long runs = counts.unreported.take(counts.completed());
			if (runs != 0) {
				listeners.tell((listener) -> listener.ranUntimed(this.name, counts.unreported.kind(), runs,
						counts.sampling.lastNanos()));
			}
		});
	}

}
