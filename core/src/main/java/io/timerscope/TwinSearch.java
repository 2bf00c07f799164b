package io.timerscope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for periodic tasks of one line, owner and schedule that do the same and come from
 * separate calls. A loop that schedules several at once does so on purpose.
 */
final class TwinSearch {

	/** Comparisons of two tasks in one walk; each takes about a microsecond. */
	private static final int COMPARISONS = 20_000;

	/** Two calls that are as far apart belong to no loop that starts several at once. */
	private static final long APART_NANOS = 1_000_000_000;

	private final LedgerClock clock;

	private final Map<Line, Boolean> shared = new HashMap<>();

	private final Map<Key, List<Twins>> groups = new HashMap<>();

	private int comparisons;

	TwinSearch(LedgerClock clock) {
		this.clock = clock;
	}

	/** Called with the oldest task first. */
	void visit(LiveTask task) {
		Line line = task.line();
		if (isJudged(task.owner(), line.site) && this.shared.computeIfAbsent(line, (it) -> it.totals().live() > 1)) {
			Object work = task.userTask();
			if (work != null) {
				add(task, work, this.groups.computeIfAbsent(new Key(line, task.owner(), rhythm(task.schedule())),
						(key) -> new ArrayList<>()));
			}
		}
	}

	private void add(LiveTask task, Object work, List<Twins> group) {
		for (Twins twins : group) {
			if (this.comparisons++ >= COMPARISONS) {
				return;
			}
			if (SameWork.isSame(work, twins.work)) {
				twins.add(task);
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

	List<TwinJobs> found() {
		List<TwinJobs> found = new ArrayList<>();
		this.groups.values().forEach((group) -> {
			Twins most = null;
			for (Twins twins : group) {
				most = (twins.apart && (most == null || twins.count > most.count)) ? twins : most;
			}
			if (most != null) {
				found.add(snapshot(most));
			}
		});
		return found;
	}

	private TwinJobs snapshot(Twins twins) {
		LiveTask first = twins.first;
		return new TwinJobs(first.line().site, first.line().scheduler.name(), first.schedule(), first.owner().kind(),
				first.owner().name(), twins.count, this.clock.instantOf(first.createdNanos()),
				this.clock.instantOf(twins.lastNanos));
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

	private record Key(Line line, TaskOwner owner, String rhythm) {
	}

	/** Tasks that do the same. */
	private static final class Twins {

		private final LiveTask first;

		private final Object work;

		private int count = 1;

		private long lastNanos;

		private boolean apart;

		Twins(LiveTask first, Object work) {
			this.first = first;
			this.work = work;
			this.lastNanos = first.createdNanos();
		}

		void add(LiveTask task) {
			this.count++;
			this.apart |= task.createdNanos() - this.lastNanos >= APART_NANOS;
			this.lastNanos = task.createdNanos();
		}

	}

}
