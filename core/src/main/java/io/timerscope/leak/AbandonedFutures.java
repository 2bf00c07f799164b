package io.timerscope.leak;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.TrackingPolicy;
import io.timerscope.Witness;
import io.timerscope.record.LiveTasks;
import io.timerscope.record.TaskOwner;
import io.timerscope.record.TaskRecord;
import io.timerscope.record.WatchedFuture;
import org.jspecify.annotations.Nullable;

/**
 * Knows the periodic tasks whose future nobody holds any more. What is watched is the
 * future that the caller was given, never the task, which the scheduler's queue holds.
 * One-shot tasks are not watched: they end by themselves.
 */
public final class AbandonedFutures {

	private final ReferenceQueue<Future<?>> collected = new ReferenceQueue<>();

	private final LiveTasks live;

	private final TrackingPolicy policy;

	/** Guarded by this. */
	private final List<TaskRecord> unheld = new ArrayList<>();

	private volatile long startedNanos;

	private volatile boolean started;

	public AbandonedFutures(LiveTasks live, TrackingPolicy policy) {
		this.live = live;
		this.policy = policy;
	}

	public void watch(Future<?> future, TaskRecord task) {
		task.watch(new WatchedFuture(future, this.collected, task));
	}

	/** From now on a task that is scheduled is not part of the application's start. */
	public void started(long nowNanos) {
		this.startedNanos = nowNanos;
		this.started = true;
	}

	/** The tasks that nobody can end any more and that are leaks for it. */
	List<TaskRecord> unreachable() {
		List<TaskRecord> candidates = unheld().stream().filter(this::isAccused).toList();
		return candidates.isEmpty() ? candidates : judge(candidates);
	}

	/** The future of a task is known to be gone, and the task is judged again. */
	synchronized void unheld(TaskRecord task) {
		this.unheld.add(task);
	}

	private synchronized List<TaskRecord> unheld() {
		while (this.collected.poll() instanceof WatchedFuture handle) {
			this.unheld.add(handle.task());
		}
		this.unheld.removeIf((task) -> !task.isLive() || isKnown(task.leakedSince()));
		return List.copyOf(this.unheld);
	}

	private static boolean isKnown(TaskRecord.@Nullable LeakedSince leaked) {
		return leaked != null && !Witness.UNREACHABLE.isStrongerThan(leaked.witness());
	}

	/**
	 * A task of an owner that ends is judged by that end. What a library schedules by
	 * itself is its own business.
	 */
	private boolean isAccused(TaskRecord task) {
		Site site = task.site();
		if (site.isLibrary() || site.livesWithApplication() || this.policy.ignores(site)) {
			return false;
		}
		if (task.owner().kind().isShortLived() || task.owner().isEnded()) {
			return task.isOutlived();
		}
		return this.started && task.createdNanos() - this.startedNanos >= 0;
	}

	/** A bean that starts its work schedules one task at one site: that is no leak. */
	private List<TaskRecord> judge(List<TaskRecord> candidates) {
		Map<Origin, Integer> counts = new HashMap<>();
		for (TaskRecord task : candidates) {
			if (isOfSingleton(task) && task.counts().totals().live() > 1) {
				counts.put(new Origin(task.owner(), task.site()), 0);
			}
		}
		if (!counts.isEmpty()) {
			this.live.forEachAfter(0, (task) -> {
				if (isOfSingleton(task) && task.isPeriodic()) {
					counts.computeIfPresent(new Origin(task.owner(), task.site()), (origin, count) -> count + 1);
				}
				return true;
			});
		}
		return candidates.stream()
			.filter((task) -> !isOfSingleton(task) || counts.getOrDefault(new Origin(task.owner(), task.site()), 1) > 1)
			.toList();
	}

	private static boolean isOfSingleton(TaskRecord task) {
		return task.owner().kind() == OwnerKind.BEAN && !task.owner().isOneOfMany() && !task.owner().isEnded();
	}

	private record Origin(TaskOwner owner, Site site) {
	}

}
