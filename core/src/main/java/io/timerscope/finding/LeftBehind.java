package io.timerscope.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.timerscope.Schedule;
import io.timerscope.TaskLedger;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskTracker;
import org.jspecify.annotations.Nullable;

/**
 * Names what is still there after the context has closed: live tasks by bean, and the
 * threads that run on. It has no findings of its own, since nobody is left to read them.
 *
 * @since 0.1.0
 */
public final class LeftBehind {

	private static final int NAMED = 10;

	private final TaskLedger ledger;

	private final ThreadCensus census;

	private final FindingBook book;

	private volatile @Nullable Set<Long> closing;

	/**
	 * Prepares to look.
	 * @param ledger whose tasks and schedulers are looked for
	 * @param book knows the threads of no tracked bean from the application's life
	 * @param threadsBefore ids of the threads that were there before the application
	 */
	public LeftBehind(TaskLedger ledger, FindingBook book, Set<Long> threadsBefore) {
		this.ledger = ledger;
		this.book = book;
		this.census = new ThreadCensus(ThreadCensus::all, threadsBefore);
	}

	/**
	 * Says that the context is about to close: no thread that begins later can be left
	 * behind, since it may belong to a context that follows, as after a restart.
	 */
	public void closing() {
		this.closing = Inspection.threads();
	}

	/**
	 * Looks once.
	 * @return one line per scheduler and one for threads of no scheduler; empty if all is
	 * gone
	 */
	public List<String> look() {
		this.ledger.tick();
		List<Thread> threads = new ArrayList<>(this.census.timers());
		Set<Long> closing = this.closing;
		threads.removeIf((thread) -> closing != null && !closing.contains(thread.getId()));
		List<String> lines = new ArrayList<>();
		for (TaskTracker tracker : this.ledger.schedulers().tracked()) {
			List<String> names = takeThreadsOf(tracker, threads);
			long live = tracker.totals().live();
			if (!tracker.pool().isTerminated() && (live > 0 || !names.isEmpty())) {
				lines.add(line(tracker, live, names));
			}
		}
		Set<String> unmanaged = this.book.subjects(FindingKind.UNMANAGED);
		threads.removeIf((thread) -> !unmanaged.contains(ThreadCensus.patternOf(thread.getName())));
		if (!threads.isEmpty()) {
			lines.add("left-behind: after the context closed, "
					+ threads(threads.stream().map(Thread::getName).toList())
					+ " of no tracked bean. Next step: shut the executor or Timer down when its owner is destroyed.");
		}
		return lines;
	}

	private static List<String> takeThreadsOf(TaskTracker tracker, List<Thread> threads) {
		String ran = tracker.lastThread();
		String prefix = tracker.pool().threadNamePrefix();
		String pool = (ran == null) ? null : ThreadCensus.poolOf(ran);
		List<String> names = new ArrayList<>();
		threads.removeIf((thread) -> {
			String name = thread.getName();
			boolean mine = ThreadCensus.poolOf(name).equals(pool) || name.startsWith(tracker.name() + "-")
					|| (prefix != null && !prefix.isEmpty() && name.startsWith(prefix));
			return mine && names.add(name);
		});
		return names;
	}

	private String line(TaskTracker tracker, long live, List<String> names) {
		StringBuilder line = new StringBuilder("left-behind: after the context closed, bean ").append(tracker.name())
			.append(" (")
			.append(tracker.type())
			.append(") still has ");
		if (live > 0) {
			line.append(Words.count(live, "live task")).append(": ").append(String.join(", ", tasks(tracker)));
		}
		if (!names.isEmpty()) {
			line.append((live > 0) ? "; and " : "").append(threads(names));
		}
		return line.append(". Next step: let the context shut the scheduler down (destroyMethod=\"shutdownNow\", or ")
			.append("setExecuteExistingDelayedTasksAfterShutdownPolicy(false), without which an executor waits for its ")
			.append("delayed tasks), and cancel what its owner does not need any more.")
			.toString();
	}

	/** Each line of code once. */
	private Set<String> tasks(TaskTracker tracker) {
		Set<String> tasks = new TreeSet<>();
		this.ledger.read().forEachLive((task) -> {
			if (task.scheduler().equals(tracker.name())) {
				tasks.add(task(task));
			}
			return tasks.size() < NAMED;
		});
		return tasks;
	}

	private static String task(TaskSnapshot task) {
		String schedule = task.schedule().kind();
		if (task.schedule() instanceof Schedule.FixedRate rate) {
			schedule += " " + rate.period();
		}
		else if (task.schedule() instanceof Schedule.FixedDelay delay) {
			schedule += " " + delay.period();
		}
		return task.name() + " (" + schedule + ", of " + task.owner().kind().label() + " " + task.owner().name()
				+ ", scheduled at " + task.site() + ")";
	}

	private static String threads(List<String> names) {
		String list = String.join(", ", names.stream().sorted().limit(NAMED).toList());
		String more = (names.size() > NAMED) ? " and " + (names.size() - NAMED) + " more" : "";
		return Words.count(names.size(), "thread") + ((names.size() == 1) ? " runs on" : " run on") + " (" + list + more
				+ ")";
	}

}
