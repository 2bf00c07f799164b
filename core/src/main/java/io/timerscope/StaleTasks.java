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
 * counts: code that cleans up needs a moment. A periodic task that holds its own future
 * may end itself, so it counts only once it has run in between. Called by the clock.
 */
final class StaleTasks {

	/** Tasks met in one tick; passing one by costs some thirty nanoseconds. */
	private static final int VISITS = 1_000_000;

	/** Tasks read in one tick; reading one costs about a microsecond. */
	private static final int READS = 10_000;

	/** Tasks of one line read in one tick, so that one line does not hide the others. */
	private static final int READS_PER_LINE = 1_000;

	private final LedgerClock clock;

	private final LiveTasks live;

	private final TrackingErrors errors;

	private final TrackingPolicy policy;

	private final EndedObjects objects;

	private final CapturedObjects captured;

	private final SelfEndingTasks selfEnding;

	/** Tasks that were found once, and how many runs each must have behind it. */
	private IdentityHashMap<LiveTask, Long> suspects = new IdentityHashMap<>();

	private long next;

	/** Up to which id a line was read that has more tasks than one tick reads. */
	private Map<Line, Long> readTo = new HashMap<>();

	StaleTasks(LedgerClock clock, LiveTasks live, TrackingPolicy policy, CapturedFields fields) {
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
		Set<Line> lines = new HashSet<>();
		IdentityHashMap<LiveTask, Long> waiting = new IdentityHashMap<>();
		this.suspects.forEach((task, runs) -> {
			String ended = (isCandidate(task, now) && isJudged(task.line().site)) ? ended(task) : null;
			if (ended == null) {
				return;
			}
			if (task.runs() < runs) {
				waiting.put(task, runs);
			}
			else {
				stale.add(new Stale(task, ended));
				lines.add(task.line());
			}
		});
		addSuspects(waiting, now, lines);
		this.suspects = waiting;
		return stale;
	}

	/** A line that is about to be accused is read as far as possible. */
	private void addSuspects(Map<LiveTask, Long> suspects, long now, Set<Line> accused) {
		Map<Line, Reading> readings = new HashMap<>();
		int[] left = { VISITS, READS };
		long from = this.next;
		this.next = 0;
		this.live.forEachAfter(from, (task) -> {
			if (--left[0] < 0 || left[1] <= 0) {
				this.next = task.id() - 1;
				return false;
			}
			Reading reading = readings.computeIfAbsent(task.line(), (line) -> reading(line, accused.contains(line)));
			if (reading.wants(task) && isCandidate(task, now)) {
				left[1]--;
				reading.reads(task);
				if (!suspects.containsKey(task) && ended(task) != null) {
					suspects.put(task, runsToAwait(task));
				}
			}
			return true;
		});
		Map<Line, Long> readTo = new HashMap<>();
		readings.forEach((line, reading) -> {
			if (reading.isFull()) {
				readTo.put(line, reading.last);
			}
		});
		this.readTo = readTo;
	}

	/** A run that is under way may have looked before the end came. */
	private long runsToAwait(LiveTask task) {
		return (task.isPeriodic() && this.selfEnding.contains(task)) ? task.runs() + (task.isRunning() ? 2 : 1) : 0;
	}

	private Reading reading(Line line, boolean accused) {
		Site site = line.site;
		int most = !isJudged(site) ? 0 : accused ? READS : READS_PER_LINE;
		return new Reading(most, accused ? 0 : this.readTo.getOrDefault(line, 0L));
	}

	/** What a library schedules by itself is its own business. */
	private boolean isJudged(Site site) {
		return !site.isLibrary() && !site.livesWithApplication() && !this.policy.ignores(site);
	}

	private boolean isCandidate(LiveTask task, long now) {
		LiveTask.LeakedSince leaked = task.leakedSince();
		TaskOwner owner = task.owner();
		return task.isAdmitted() && (leaked == null || leaked.witness() != Witness.STALE)
				&& (!owner.kind().isShortLived() || task.isOutlived()) && (task.isPeriodic() || staysOn(task, now));
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
			this.errors.caught("look at what a task captures", ex);
		}
		return ended[0];
	}

	/** What one tick reads of one line. */
	private static final class Reading {

		private final int most;

		private final long from;

		private int count;

		private long last;

		Reading(int most, long from) {
			this.most = most;
			this.from = from;
		}

		boolean wants(LiveTask task) {
			return this.count < this.most && task.id() > this.from;
		}

		void reads(LiveTask task) {
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
	record Stale(LiveTask task, String ended) {
	}

}
