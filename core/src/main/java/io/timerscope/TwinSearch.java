package io.timerscope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Looks for periodic tasks of one line, owner and schedule that do the same and come from
 * separate calls. A loop that schedules several at once does so on purpose.
 */
final class TwinSearch {

	/** Tasks of one line, owner and schedule that are compared with one another. */
	private static final int COMPARED = 32;

	/** Tasks of one thread that lie as far apart were scheduled by separate calls. */
	private static final long APART_NANOS = 1_000_000_000;

	private final TaskLedger ledger;

	private final Map<Line, Boolean> shared = new HashMap<>();

	private final Map<Key, List<LiveTask>> groups = new HashMap<>();

	TwinSearch(TaskLedger ledger) {
		this.ledger = ledger;
	}

	void visit(LiveTask task) {
		Line line = task.line();
		if (isJudged(task.owner(), line.site) && this.shared.computeIfAbsent(line, (it) -> it.totals().live() > 1)) {
			List<LiveTask> group = this.groups.computeIfAbsent(new Key(line, task.owner(), rhythm(task.schedule())),
					(it) -> new ArrayList<>());
			if (group.size() < COMPARED) {
				group.add(task);
			}
		}
	}

	/** How many beans of one name are wanted, nobody knows. */
	private static boolean isJudged(Owner owner, Site site) {
		boolean known = owner.kind() == OwnerKind.APPLICATION
				|| (owner.kind() == OwnerKind.BEAN && !owner.isOneOfMany() && !owner.isEnded());
		return known && site.isKnown() && !site.isLibrary();
	}

	List<TwinJobs> found() {
		List<TwinJobs> found = new ArrayList<>();
		this.groups.forEach((key, tasks) -> {
			TwinJobs twins = (tasks.size() < 2) ? null : twins(key, tasks);
			if (twins != null) {
				found.add(twins);
			}
		});
		return found;
	}

	/** The largest set of tasks that do the same, if it comes from separate calls. */
	private @Nullable TwinJobs twins(Key key, List<LiveTask> tasks) {
		List<LiveTask> most = List.of();
		for (List<LiveTask> same : sets(tasks)) {
			most = (same.size() > most.size() && areApart(same)) ? same : most;
		}
		if (most.isEmpty()) {
			return null;
		}
		return new TwinJobs(key.line().site, key.line().tracker.name(), most.get(0).schedule(), key.owner().kind(),
				key.owner().name(), most.size(), this.ledger.instantOf(most.get(0).createdNanos()),
				this.ledger.instantOf(most.get(most.size() - 1).createdNanos()));
	}

	private static List<List<LiveTask>> sets(List<LiveTask> tasks) {
		List<List<LiveTask>> sets = new ArrayList<>();
		for (LiveTask task : tasks) {
			Object work = task.userTask();
			if (work == null) {
				continue;
			}
			List<LiveTask> same = null;
			for (List<LiveTask> set : sets) {
				Object other = set.get(0).userTask();
				same = (other != null && SameWork.isSame(work, other)) ? set : same;
			}
			if (same == null) {
				same = new ArrayList<>();
				sets.add(same);
			}
			same.add(task);
		}
		return sets;
	}

	private static boolean areApart(List<LiveTask> tasks) {
		LiveTask first = tasks.get(0);
		for (LiveTask task : tasks) {
			if (task.createdNanos() - first.createdNanos() >= APART_NANOS || !task.thread().equals(first.thread())) {
				return true;
			}
		}
		return false;
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

	private record Key(Line line, Owner owner, String rhythm) {
	}

}
