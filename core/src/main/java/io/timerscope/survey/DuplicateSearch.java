package io.timerscope.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.clock.LedgerClock;
import io.timerscope.record.SiteCounts;
import io.timerscope.record.TaskOwner;
import io.timerscope.record.TaskRecord;
import io.timerscope.snapshot.DuplicateJobs;

/**
 * Looks for periodic tasks of one site, owner and schedule that do the same and come from
 * separate calls. A loop that schedules several at once does so on purpose.
 */
final class DuplicateSearch {

	/** Comparisons of two tasks in one walk; each takes about a microsecond. */
	private static final int COMPARISONS = 20_000;

	/** Two calls that are as far apart belong to no loop that starts several at once. */
	private static final long APART_NANOS = 1_000_000_000;

	private final LedgerClock clock;

	private final Map<SiteCounts, Boolean> shared = new HashMap<>();

	private final Map<Key, List<Twins>> groups = new HashMap<>();

	private int comparisons;

	DuplicateSearch(LedgerClock clock) {
		this.clock = clock;
	}

	/** Called with the oldest task first. */
	void visit(TaskRecord task) {
		SiteCounts counts = task.counts();
		if (isJudged(task.owner(), counts.site)
				&& this.shared.computeIfAbsent(counts, (it) -> it.totals().live() > 1)) {
			Object work = task.userTask();
			if (work != null) {
				add(task, work, this.groups.computeIfAbsent(new Key(counts, task.owner(), rhythm(task.schedule())),
						(key) -> new ArrayList<>()));
			}
		}
	}

	private void add(TaskRecord task, Object work, List<Twins> group) {
		for (Twins twins : group) {
			if (this.comparisons++ >= COMPARISONS) {
				return;
			}
			if (SameWork.isSame(work, twins.work)) {
				twins.tasks.add(task);
				return;
			}
		}
		group.add(new Twins(task, work));
	}

	/** How many beans of one name are wanted, nobody knows. */
	private static boolean isJudged(TaskOwner owner, Site site) {
		boolean known = owner.kind() == OwnerKind.APPLICATION
				|| (owner.kind() == OwnerKind.BEAN && !owner.isOneOfMany() && !owner.isEnded());
		return known && site.isKnown() && !site.isLibrary();
	}

	/** What has ended since it was met is left out: its successor replaced it. */
	List<DuplicateJobs> found() {
		List<DuplicateJobs> found = new ArrayList<>();
		this.groups.values().forEach((group) -> {
			List<TaskRecord> most = List.of();
			for (Twins twins : group) {
				List<TaskRecord> live = twins.live();
				most = (isApart(live) && live.size() > most.size()) ? live : most;
			}
			if (!most.isEmpty()) {
				found.add(snapshot(most));
			}
		});
		return found;
	}

	private static boolean isApart(List<TaskRecord> twins) {
		for (int i = 1; i < twins.size(); i++) {
			if (twins.get(i).createdNanos() - twins.get(i - 1).createdNanos() >= APART_NANOS) {
				return true;
			}
		}
		return false;
	}

	private DuplicateJobs snapshot(List<TaskRecord> twins) {
		TaskRecord first = twins.get(0);
		return new DuplicateJobs(first.site(), first.scheduler().name(), first.schedule(), first.owner().kind(),
				first.owner().name(), twins.size(), this.clock.instantOf(first.createdNanos()),
				this.clock.instantOf(twins.get(twins.size() - 1).createdNanos()));
	}

	/** When the runs are, apart from the first. */
	private static String rhythm(Schedule schedule) {
		Schedule keeps = schedule.keeps();
		if (keeps instanceof Schedule.FixedRate rate) {
			return rate.kind() + " " + rate.nanos();
		}
		if (keeps instanceof Schedule.FixedDelay delay) {
			return delay.kind() + " " + delay.nanos();
		}
		return (keeps instanceof Schedule.OnTrigger trigger) ? trigger.expression() : keeps.kind();
	}

	private record Key(SiteCounts counts, TaskOwner owner, String rhythm) {
	}

	/**
	 * Tasks that do the same.
	 *
	 * @param work what they do
	 * @param tasks the oldest first
	 */
	private record Twins(Object work, List<TaskRecord> tasks) {

		Twins(TaskRecord first, Object work) {
			this(work, new ArrayList<>(List.of(first)));
		}

		List<TaskRecord> live() {
			return this.tasks.stream().filter(TaskRecord::isLive).toList();
		}

	}

}
