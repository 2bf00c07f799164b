package io.timerscope.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.outside.OutsideKind;
import io.timerscope.outside.OutsideThread;
import io.timerscope.outside.OutsideTimers;
import io.timerscope.outside.ThreadCensus;
import io.timerscope.outside.TimerThread;
import org.jspecify.annotations.Nullable;

/**
 * Names what is still there after the context has closed, or after its start has failed:
 * live tasks by bean, the runs that go on, and the threads that stay. It has no findings
 * of its own, since nobody is left to read them.
 *
 * @since 0.1.0
 */
public final class LeftBehind {

	private static final int NAMED = 10;

	private static final String AFTER_CLOSE = "left-behind: after the context closed, ";

	private static final String AFTER_FAILURE = "left-behind: after the start of the context failed, ";

	private final TaskLedger ledger;

	private final OutsideTimers outside;

	private final ThreadCensus census;

	private final Predicate<String> isExecutor;

	private String heading = AFTER_CLOSE;

	/** The threads that were there at the end, and those of them that are nobody's. */
	private volatile @Nullable Set<Long> closing;

	private final Map<Long, OutsideThread> outsiders = new HashMap<>();

	/**
	 * Prepares to look.
	 * @param ledger whose tasks and schedulers are looked for
	 * @param outside the timers of this JVM that are not tracked
	 * @param threadsBefore ids of the threads that were there before the application
	 * @param isExecutor tells whether the class of a scheduler bean, by its name, is a
	 * {@link java.util.concurrent.ExecutorService}
	 */
	public LeftBehind(TaskLedger ledger, OutsideTimers outside, Set<Long> threadsBefore, Predicate<String> isExecutor) {
		this.ledger = ledger;
		this.outside = outside;
		this.isExecutor = isExecutor;
		this.census = new ThreadCensus(ThreadCensus::all, threadsBefore);
	}

	/**
	 * Says that the context is about to close: no thread that begins later can be left
	 * behind, since it may belong to a context that follows, as after a restart.
	 */
	public void closing() {
		end(AFTER_CLOSE, this.outside.seenLast(), (thread) -> !thread.isQuiet());
	}

	/**
	 * Says that the start of the context has failed. Whose a thread is cannot be found
	 * out any more, so that only those count that keep the process from ending.
	 */
	public void failed() {
		end(AFTER_FAILURE, this.outside.look(), (thread) -> !thread.isQuiet() && !thread.thread().thread().isDaemon());
	}

	private void end(String heading, List<OutsideThread> threads, Predicate<OutsideThread> counts) {
		this.heading = heading;
		this.closing = Inspection.threads();
		for (OutsideThread thread : threads) {
			if (thread.thread().kind() != OutsideKind.THREAD && counts.test(thread)) {
				this.outsiders.put(thread.thread().id(), thread);
			}
		}
	}

	/**
	 * Looks once.
	 * @return one line per scheduler and one for threads of no scheduler, a line with
	 * runs under way followed by their stacks; empty if all is gone
	 */
	public List<String> look() {
		this.ledger.tick();
		Set<Long> closing = this.closing;
		List<TimerThread> threads = new ArrayList<>(this.census.timers());
		threads.removeIf((thread) -> closing != null && !closing.contains(thread.id()));
		List<String> lines = new ArrayList<>();
		for (TaskTracker tracker : this.ledger.schedulers().tracked()) {
			List<TimerThread> own = takeThreadsOf(tracker, threads);
			if (tracker.pool().isShared()) {
				List<String> tasks = tasksOnSharedPool(tracker);
				if (!tasks.isEmpty()) {
					lines.add(line(tracker, tasks));
				}
				continue;
			}
			long live = tracker.totals().live();
			if (!tracker.pool().isTerminated() && (live > 0 || !own.isEmpty())) {
				lines.add(line(tracker, live, own));
			}
		}
		threads.removeIf((thread) -> !this.outsiders.containsKey(thread.id()));
		if (!threads.isEmpty()) {
			lines.add(line(threads));
		}
		return lines;
	}

	private static List<TimerThread> takeThreadsOf(TaskTracker tracker, List<TimerThread> threads) {
		String ran = tracker.lastThread();
		String prefix = tracker.pool().threadNamePrefix();
		String pool = (ran == null) ? null : ThreadCensus.poolOf(ran);
		List<TimerThread> own = new ArrayList<>();
		threads.removeIf((thread) -> {
			String name = thread.name();
			boolean mine = ThreadCensus.poolOf(name).equals(pool) || name.startsWith(tracker.name() + "-")
					|| (prefix != null && !prefix.isEmpty() && name.startsWith(prefix));
			return mine && own.add(thread);
		});
		return own;
	}

	private String line(TaskTracker tracker, long live, List<TimerThread> threads) {
		List<String> parts = new ArrayList<>();
		if (live > 0) {
			parts.add(Words.count(live, "live task") + ": " + String.join(", ", tasks(tracker)));
		}
		List<RunUnderWay> runs = RunUnderWay.of(threads);
		if (!runs.isEmpty()) {
			parts.add(Words.count(runs.size(), "run") + " under way: "
					+ runs.stream().limit(NAMED).map(RunUnderWay::words).collect(Collectors.joining(", ")));
		}
		List<String> idle = threads.stream()
			.filter((thread) -> runs.stream().noneMatch((run) -> run.isOn(thread)))
			.map(TimerThread::name)
			.toList();
		if (!idle.isEmpty()) {
			parts.add(Words.count(idle.size(), "idle thread") + ": " + names(idle));
		}
		return this.heading + (tracker.pool().knowsItsThreads() ? "what is no bean and was made by " : "bean ")
				+ tracker.name() + " (" + tracker.type() + ") still has " + String.join("; ", parts) + ". Next step: "
				+ LeftBehindAdvice.of(tracker, live, !runs.isEmpty(), this.isExecutor.test(tracker.type())) + "."
				+ RunUnderWay.stacks(runs);
	}

	/** The pool goes on for others, as may what libraries keep there for the JVM. */
	private String line(TaskTracker tracker, List<String> tasks) {
		return this.heading + tracker.name() + " (" + tracker.type() + ") still has "
				+ Words.count(tasks.size(), "live task") + ": "
				+ tasks.stream().distinct().sorted().limit(NAMED).collect(Collectors.joining(", "))
				+ ". Next step: cancel each, or dispose of its subscription, when its owner is destroyed.";
	}

	private List<String> tasksOnSharedPool(TaskTracker tracker) {
		List<String> tasks = new ArrayList<>();
		this.ledger.read().forEachLive((task) -> {
			if (task.scheduler().equals(tracker.name()) && !task.site().isLibrary()) {
				tasks.add(task(task));
			}
			return true;
		});
		return tasks;
	}

	private String line(List<TimerThread> threads) {
		List<RunUnderWay> runs = RunUnderWay.of(threads);
		String held = threads.stream()
			.map((thread) -> this.outsiders.get(thread.id()))
			.map((thread) -> (thread == null || thread.holder() == null) ? null : thread.holder().heldBy())
			.filter(Objects::nonNull)
			.distinct()
			.limit(NAMED)
			.collect(Collectors.joining("; "));
		return this.heading + Words.count(threads.size(), "thread")
				+ ((threads.size() == 1) ? " of no tracked bean lives on: " : " of no tracked bean live on: ")
				+ names(threads.stream().map(TimerThread::name).toList()) + (held.isEmpty() ? "" : " (" + held + ")")
				+ (runs.isEmpty() ? "" : "; a run is under way: " + runs.get(0).words())
				+ ". Next step: shut the executor or Timer down when its owner is destroyed"
				+ (runs.isEmpty() ? "" : ", and " + LeftBehindAdvice.INTERRUPTION) + "." + RunUnderWay.stacks(runs);
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
		return task.name() + " (" + Words.schedule(task.schedule()) + ", of "
				+ Words.owner(task.owner().kind(), task.owner().name()) + ", scheduled at " + task.site() + ")";
	}

	private static String names(List<String> names) {
		String list = String.join(", ", names.stream().sorted().limit(NAMED).toList());
		return list + ((names.size() > NAMED) ? " and " + (names.size() - NAMED) + " more" : "");
	}

}
