package io.timerscope.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.timerscope.PoolView;
import io.timerscope.SchedulerPace;
import io.timerscope.Schedulers;
import io.timerscope.TaskTracker;

/**
 * Sees threads of executors and timers that were made by hand. A thread of a tracked pool
 * is known by its name, once a run was seen on it or where the pool tells its prefix; a
 * pool that has threads and no run yet excuses as many new ones.
 */
final class UnmanagedCheck implements Check {

	private static final int NAMES = 10;

	private final ThreadCensus census;

	/** Names of the pools that are tracked, with their last number left out. */
	private final Set<String> tracked = new HashSet<>();

	private final Set<Long> seen = new HashSet<>();

	private final Set<Long> excused = new HashSet<>();

	private final Map<String, Instant> since = new HashMap<>();

	private int unnamedBefore;

	UnmanagedCheck(ThreadCensus census) {
		this.census = census;
	}

	@Override
	public Set<FindingKind> kinds() {
		return EnumSet.of(FindingKind.UNMANAGED);
	}

	@Override
	public List<Observation> look(Scene scene) {
		learn(scene);
		if (!scene.started()) {
			return List.of();
		}
		List<Thread> strangers = this.census.timers()
			.stream()
			.filter((thread) -> !this.tracked.contains(ThreadCensus.poolOf(thread.getName()))
					&& !isOfScheduler(thread.getName(), scene.ledger().schedulers()))
			.toList();
		excuse(strangers, unnamed(scene));
		Map<String, List<String>> groups = new LinkedHashMap<>();
		for (Thread thread : strangers) {
			if (!this.excused.contains(thread.getId())) {
				groups.computeIfAbsent(ThreadCensus.patternOf(thread.getName()), (key) -> new ArrayList<>())
					.add(thread.getName());
			}
		}
		this.since.keySet().retainAll(groups.keySet());
		return groups.entrySet()
			.stream()
			.map((group) -> observation(group.getKey(), group.getValue(),
					this.since.computeIfAbsent(group.getKey(), (key) -> scene.now())))
			.toList();
	}

	private void learn(Scene scene) {
		for (SchedulerPace pace : scene.work().paces()) {
			if (pace.thread() != null && !pace.thread().isEmpty()) {
				this.tracked.add(ThreadCensus.poolOf(pace.thread()));
			}
		}
	}

	/** Bean names serve Spring's schedulers as prefix, also those that are left alone. */
	private static boolean isOfScheduler(String thread, Schedulers schedulers) {
		return schedulers.tracked().stream().anyMatch((tracker) -> {
			String prefix = tracker.pool().threadNamePrefix();
			return (prefix != null && !prefix.isEmpty() && thread.startsWith(prefix))
					|| thread.startsWith(tracker.name() + "-");
		}) || schedulers.untracked().stream().anyMatch((it) -> thread.startsWith(it.name() + "-"));
	}

	/** Threads of tracked pools whose names nobody has seen. */
	private int unnamed(Scene scene) {
		Set<String> named = scene.work()
			.paces()
			.stream()
			.filter((pace) -> pace.thread() != null)
			.map(SchedulerPace::scheduler)
			.collect(Collectors.toSet());
		int unnamed = 0;
		for (TaskTracker tracker : scene.ledger().schedulers().tracked()) {
			PoolView pool = tracker.pool();
			Integer size = pool.poolSize();
			if (size != null && pool.threadNamePrefix() == null && !named.contains(tracker.name())) {
				unnamed += size;
			}
		}
		return unnamed;
	}

	/** New threads that came together with as many unnamed ones may be theirs. */
	private void excuse(List<Thread> strangers, int unnamed) {
		Set<Long> ids = ThreadCensus.ids(strangers);
		this.seen.retainAll(ids);
		this.excused.retainAll(ids);
		if (unnamed == 0) {
			this.excused.clear();
		}
		boolean more = unnamed > this.unnamedBefore;
		for (Long id : ids) {
			if (this.seen.add(id) && more) {
				this.excused.add(id);
			}
		}
		this.unnamedBefore = unnamed;
	}

	private static Observation observation(String pattern, List<String> names, Instant since) {
		String list = names.stream().sorted().limit(NAMES).collect(Collectors.joining(", "));
		String more = (names.size() > NAMES) ? " and " + (names.size() - NAMES) + " more" : "";
		return new Observation(FindingKind.UNMANAGED, pattern, null, names.size(), since,
				Words.count(names.size(), "thread") + ((names.size() == 1) ? " runs" : " run")
						+ " timers for no bean that is tracked: " + list + more,
				"make the executor or Timer a bean (a ScheduledExecutorService or a TaskScheduler), so that it is "
						+ "tracked and shut down, or shut it down when its work is over");
	}

}
