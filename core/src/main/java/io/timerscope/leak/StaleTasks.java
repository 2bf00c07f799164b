package io.timerscope.leak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.timerscope.EndedObjects;
import io.timerscope.Nanos;
import io.timerscope.Site;
import io.timerscope.TrackingPolicy;
import io.timerscope.Witness;
import io.timerscope.clock.LedgerClock;
import io.timerscope.record.LiveTasks;
import io.timerscope.record.SiteCounts;
import io.timerscope.record.TaskOwner;
import io.timerscope.record.TaskRecord;
import io.timerscope.record.TrackingErrors;
import org.jspecify.annotations.Nullable;

/**
 * Finds tasks whose object captures something that has ended. Each tick reads some live
 * tasks and goes on where the last one stopped. What two ticks in a row found ended
 * counts: code that cleans up needs a moment. A periodic task that holds its own future
 * may end itself, so it counts only once it has run in between. Called by the clock.
 */
public final class StaleTasks {

	/** Tasks met in one tick; passing one by costs some thirty nanoseconds. */
	private static final int VISITS = 1_000_000;

	/** Tasks read in one tick; reading one costs about a microsecond. */
	private static final int READS = 10_000;

	/** Tasks of one site read in one tick, so that one site does not hide the others. */
	private static final int READS_PER_LINE = 1_000;

	private final LedgerClock clock;

	private final LiveTasks live;

	private final TrackingErrors errors;

	private final TrackingPolicy policy;

	private final EndedObjects objects;

	private final CapturedObjects captured;

	private final SelfEndingTasks selfEnding;

	/** Tasks that were found once, and how many runs each must have behind it. */
	private IdentityHashMap<TaskRecord, Long> suspects = new IdentityHashMap<>();

	private long next;

	/** Up to which id a site was read that has more tasks than one tick reads. */
	private Map<SiteCounts, Long> readTo = new HashMap<>();

	public StaleTasks(LedgerClock clock, LiveTasks live, TrackingPolicy policy, CapturedFields fields) {
		this.clock = clock;
		this.live = live;
		this.policy = policy;
		this.objects = fields.objects();
		this.captured = fields.captured();
		this.errors = fields.errors();
		this.selfEnding = new SelfEndingTasks(this.objects, this.errors);
	}

	List<Stale> look() {
		if (this.objects == EndedObjects.NONE) {
			return List.of();
		}
		long now = this.clock.nanos();
		List<Stale> stale = new ArrayList<>();
		Set<SiteCounts> siteCounts = new HashSet<>();
		IdentityHashMap<TaskRecord, Long> waiting = new IdentityHashMap<>();
		this.suspects.forEach((task, runs) -> {
			String ended = (isCandidate(task, now) && isJudged(task.site())) ? ended(task) : null;
			if (ended == null) {
				return;
			}
			if (task.runs() < runs) {
				waiting.put(task, runs);
			}
			else {
				stale.add(new Stale(task, ended));
				siteCounts.add(task.counts());
			}
		});
		addSuspects(waiting, now, siteCounts);
		this.suspects = waiting;
		return stale;
	}

	/** A site that is about to be accused is read as far as possible. */
	private void addSuspects(Map<TaskRecord, Long> suspects, long now, Set<SiteCounts> accused) {
		Map<SiteCounts, Reading> readings = new HashMap<>();
		int[] left = { VISITS, READS };
		long from = this.next;
		this.next = 0;
		this.live.forEachAfter(from, (task) -> {
			if (--left[0] < 0 || left[1] <= 0) {
				this.next = task.id() - 1;
				return false;
			}
			Reading reading = readings.computeIfAbsent(task.counts(),
					(counts) -> reading(counts, accused.contains(counts)));
			if (reading.wants(task) && isCandidate(task, now)) {
				left[1]--;
				reading.reads(task);
				if (!suspects.containsKey(task) && ended(task) != null) {
					suspects.put(task, runsToAwait(task));
				}
			}
			return true;
		});
		Map<SiteCounts, Long> readTo = new HashMap<>();
		readings.forEach((counts, reading) -> {
			if (reading.isFull()) {
				readTo.put(counts, reading.last);
			}
		});
		this.readTo = readTo;
	}

	/** A run that is under way may have looked before the end came. */
	private long runsToAwait(TaskRecord task) {
		return (task.isPeriodic() && this.selfEnding.contains(task)) ? task.runs() + (task.isRunning() ? 2 : 1) : 0;
	}

	private Reading reading(SiteCounts counts, boolean accused) {
		Site site = counts.site;
		int most = !isJudged(site) ? 0 : accused ? READS : READS_PER_LINE;
		return new Reading(most, accused ? 0 : this.readTo.getOrDefault(counts, 0L));
	}

	/** What a library schedules by itself is its own business. */
	private boolean isJudged(Site site) {
		return !site.isLibrary() && !site.livesWithApplication() && !this.policy.ignores(site);
	}

	private boolean isCandidate(TaskRecord task, long now) {
		TaskRecord.LeakedSince leaked = task.leakedSince();
		TaskOwner owner = task.owner();
		return task.isAccepted() && (leaked == null || leaked.witness() != Witness.STALE)
				&& (!owner.kind().isShortLived() || task.isOutlived()) && (task.isPeriodic() || staysOn(task, now));
	}

	/** A task that is about to run for the only time ends by itself. */
	private boolean staysOn(TaskRecord task, long now) {
		Duration grace = this.policy.grace(task.owner().kind(), task.site());
		return !task.isRunning() && task.dueNanos(now) - now > Nanos.of(grace);
	}

	private @Nullable String ended(TaskRecord task) {
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
			this.errors.caught("look at what a task captures", ex);
		}
		return ended[0];
	}

	/** What one tick reads of one site. */
	private static final class Reading {

		private final int most;

		private final long from;

		private int count;

		private long last;

		Reading(int most, long from) {
			this.most = most;
			this.from = from;
		}

		boolean wants(TaskRecord task) {
			return this.count < this.most && task.id() > this.from;
		}

		void reads(TaskRecord task) {
			this.count++;
			this.last = task.id();
		}

		boolean isFull() {
			return this.most > 0 && this.count >= this.most;
		}

	}

	/**
	 * A task that lost its purpose.
	 *
	 * @param task the task
	 * @param ended what it captures that has ended
	 */
	record Stale(TaskRecord task, String ended) {
	}

}
