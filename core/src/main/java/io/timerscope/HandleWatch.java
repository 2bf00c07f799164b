package io.timerscope;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * Knows the periodic tasks whose future nobody holds any more. What is watched is the
 * future that the caller was given, never the task, which the scheduler's queue holds.
 * One-shot tasks are not watched: they end by themselves.
 */
final class HandleWatch {

	private final ReferenceQueue<Future<?>> collected = new ReferenceQueue<>();

	private final LiveTasks live;

	private final TrackingPolicy policy;

	/** Guarded by this. */
	private final List<LiveTask> unheld = new ArrayList<>();

	private volatile long startedNanos;

	private volatile boolean started;

	HandleWatch(LiveTasks live, TrackingPolicy policy) {
		this.live = live;
		this.policy = policy;
	}

	void watch(Future<?> future, LiveTask task) {
		task.watch(new WatchedFuture(future, this.collected, task));
	}

	/** From now on a task that is scheduled is not part of the application's start. */
	void started(long nowNanos) {
		this.startedNanos = nowNanos;
		this.started = true;
	}

	/** The tasks that nobody can end any more and that are leaks for it. */
	List<LiveTask> unreachable() {
		List<LiveTask> candidates = unheld().stream().filter(this::isAccused).toList();
		return candidates.isEmpty() ? candidates : judge(candidates);
	}

	/** The future of a task is known to be gone, and the task is judged again. */
	synchronized void unheld(LiveTask task) {
		this.unheld.add(task);
	}

	private synchronized List<LiveTask> unheld() {
		while (this.collected.poll() instanceof WatchedFuture handle) {
			this.unheld.add(handle.task());
		}
		this.unheld.removeIf((task) -> !task.isLive() || isKnown(task.leakedSince()));
		return List.copyOf(this.unheld);
	}

	private static boolean isKnown(LiveTask.@Nullable LeakedSince leaked) {
		return leaked != null && !Witness.UNREACHABLE.isStrongerThan(leaked.witness());
	}

	/**
	 * A task of an owner that ends is judged by that end. What a library schedules by
	 * itself is its own business.
	 */
	private boolean isAccused(LiveTask task) {
		Site site = task.line().site;
		if (site.isLibrary() || site.livesWithApplication() || this.policy.ignores(site)) {
			return false;
		}
		if (task.owner().kind().isShortLived() || task.owner().isEnded()) {
			return task.isOutlived();
		}
		return this.started && task.createdNanos() - this.startedNanos >= 0;
	}

	/** One task of a living bean at one line is how a bean starts its work. */
	private List<LiveTask> judge(List<LiveTask> candidates) {
		Map<Origin, Integer> counts = new HashMap<>();
		for (LiveTask task : candidates) {
			if (isOfSingleton(task) && task.line().totals().live() > 1) {
				counts.put(new Origin(task.owner(), task.line().site), 0);
			}
		}
		if (!counts.isEmpty()) {
			this.live.forEachAfter(0, (task) -> {
				if (isOfSingleton(task) && task.isPeriodic()) {
					counts.computeIfPresent(new Origin(task.owner(), task.line().site), (origin, count) -> count + 1);
				}
				return true;
			});
		}
		return candidates.stream()
			.filter((task) -> !isOfSingleton(task)
					|| counts.getOrDefault(new Origin(task.owner(), task.line().site), 1) > 1)
			.toList();
	}

	private static boolean isOfSingleton(LiveTask task) {
		return task.owner().kind() == OwnerKind.BEAN && !task.owner().isOneOfMany() && !task.owner().isEnded();
	}

	private record Origin(TaskOwner owner, Site site) {
	}

}
