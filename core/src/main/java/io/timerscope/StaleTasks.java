package io.timerscope;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds tasks whose object captures something that has ended. Each tick reads some live
 * tasks and goes on where the last one stopped. What two ticks in a row found ended
 * counts: code that cleans up needs a moment. Called by the clock.
 */
final class StaleTasks {

	/** Tasks met in one tick; reading one costs about a microsecond. */
	private static final int VISITS = 50_000;

	/** Tasks read in one tick, and so the most that are suspected at once. */
	private static final int READS = 10_000;

	/** Tasks of one line read in one tick, so that one line does not hide the others. */
	private static final int READS_PER_LINE = 1_000;

	private final TaskLedger ledger;

	private final TrackingPolicy policy;

	private final EndedObjects objects;

	private final CapturedObjects captured;

	private IdentityHashMap<LiveTask, String> suspects = new IdentityHashMap<>();

	private long next;

	StaleTasks(TaskLedger ledger, TrackingPolicy policy) {
		this.ledger = ledger;
		this.policy = policy;
		this.captured = ledger.captured();
		this.objects = ledger.endedObjects();
	}

	List<Stale> look() {
		if (this.objects == EndedObjects.NONE) {
			return List.of();
		}
		long now = this.ledger.time().nanos();
		List<Stale> stale = new ArrayList<>();
		Set<Line> lines = new HashSet<>();
		this.suspects.forEach((task, before) -> {
			String ended = isCandidate(task, now) ? ended(task) : null;
			if (ended != null) {
				stale.add(new Stale(task, ended));
				lines.add(task.line());
			}
		});
		this.suspects = suspects(now, lines);
		return stale;
	}

	/** A line that is about to be accused is read as far as possible. */
	private IdentityHashMap<LiveTask, String> suspects(long now, Set<Line> accused) {
		IdentityHashMap<LiveTask, String> suspects = new IdentityHashMap<>();
		Map<Line, Integer> reads = new HashMap<>();
		int[] left = { VISITS, READS };
		long from = this.next;
		this.next = 0;
		this.ledger.live().forEachAfter(from, (task) -> {
			if (--left[0] < 0 || left[1] <= 0) {
				this.next = task.id() - 1;
				return false;
			}
			boolean wanted = isCandidate(task, now)
					&& (accused.contains(task.line()) || reads.merge(task.line(), 1, Integer::sum) <= READS_PER_LINE);
			String ended = wanted ? ended(task) : null;
			left[1] -= wanted ? 1 : 0;
			if (ended != null) {
				suspects.put(task, ended);
			}
			return true;
		});
		return suspects;
	}

	private boolean isCandidate(LiveTask task, long now) {
		LiveTask.LeakedSince leaked = task.leakedSince();
		Site site = task.line().site;
		Owner owner = task.owner();
		return task.isAdmitted() && (leaked == null || leaked.witness() != Witness.STALE)
				&& (!owner.kind().isShortLived() || task.isOutlived()) && (task.isPeriodic() || staysOn(task, now))
				&& !site.isLibrary() && !site.livesWithApplication() && !this.policy.ignores(site);
	}

	/** A task that is about to run for the only time ends by itself. */
	private boolean staysOn(LiveTask task, long now) {
		Duration grace = this.policy.grace(task.owner().kind(), task.line().site);
		return !task.isRunning() && task.dueNanos(now) - now > Nanos.of(grace);
	}

	private @Nullable String ended(LiveTask task) {
		String[] ended = new String[1];
		try {
			Object work = task.userTask();
			if (work != null && !this.objects.isShared(work)) {
				this.captured.visit(work, this.objects::isShared, (object) -> {
					ended[0] = this.objects.ended(object, task.owner());
					return ended[0] == null;
				});
			}
		}
		catch (Throwable ex) {
			this.ledger.errors().caught("look at what a task captures", ex);
		}
		return ended[0];
	}

	/**
	 * A task that lost its purpose.
	 *
	 * @param task the task
	 * @param ended what it captures that has ended
	 */
	record Stale(LiveTask task, String ended) {
	}

}
