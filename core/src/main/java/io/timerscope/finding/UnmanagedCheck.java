package io.timerscope.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.timerscope.Site;
import io.timerscope.outside.HeldPool;
import io.timerscope.outside.OutsideKind;
import io.timerscope.outside.OutsideThread;
import io.timerscope.outside.OutsideTimers;
import io.timerscope.outside.ThreadCensus;
import org.jspecify.annotations.Nullable;

/**
 * Sees executors and timers that were made by hand. Those that a bean of the application
 * holds, or that nobody is known to hold, are worth a notice once they were seen twice;
 * pools that nobody holds and that grow sample by sample are a problem.
 */
final class UnmanagedCheck implements Check {

	private static final int NAMES = 10;

	private final OutsideTimers outside;

	private final FindingLimits limits;

	/** The threads of the sample before. */
	private Set<Long> seen = Set.of();

	private Map<Subject, Trend> trends = new HashMap<>();

	UnmanagedCheck(OutsideTimers outside, FindingLimits limits) {
		this.outside = outside;
		this.limits = limits;
	}

	@Override
	public FindingKind kind() {
		return FindingKind.UNMANAGED;
	}

	@Override
	public List<Observation> look(Scene scene) {
		if (!scene.started()) {
			return List.of();
		}
		Map<Subject, List<OutsideThread>> groups = new LinkedHashMap<>();
		Set<Long> now = new HashSet<>();
		for (OutsideThread thread : this.outside.seenLast()) {
			now.add(thread.thread().id());
			if (this.seen.contains(thread.thread().id()) && isWorthALook(thread)) {
				groups.computeIfAbsent(Subject.of(thread), (key) -> new ArrayList<>()).add(thread);
			}
		}
		this.seen = now;
		Map<Subject, Trend> before = this.trends;
		this.trends = new HashMap<>();
		List<Observation> observations = new ArrayList<>();
		groups.forEach((subject, threads) -> {
			long pools = threads.stream().map(OutsideThread::pool).distinct().count();
			Trend last = before.get(subject);
			Trend trend = (last == null) ? new Trend(scene.now(), pools, pools, 0) : last.next(pools);
			this.trends.put(subject, trend);
			observations.add((subject.madeAt() != null) ? handmade(subject.madeAt(), threads, pools, trend)
					: (subject.heldBy() != null) ? held(subject.heldBy(), threads, trend)
							: loose(subject.pattern(), threads, pools, trend));
		});
		return observations;
	}

	private boolean isWorthALook(OutsideThread thread) {
		return thread.thread().kind() != OutsideKind.THREAD && !thread.isQuiet()
				&& !this.limits.ignoresThread(thread.name());
	}

	private static Observation held(String heldBy, List<OutsideThread> threads, Trend trend) {
		return new Observation(FindingKind.UNMANAGED, Severity.NOTICE, heldBy, null, threads.size(), trend.since(),
				Words.count(threads.size(), "thread") + ((threads.size() == 1) ? " runs" : " run")
						+ " timers that are not tracked, for " + heldBy + ": " + names(threads),
				"Nothing, if the bean shuts its executor or Timer down when it is destroyed. To have its tasks tracked, "
						+ "make the executor a bean of its own (a ScheduledExecutorService or a TaskScheduler)",
				List.of());
	}

	private Observation loose(String pattern, List<OutsideThread> threads, long pools, Trend trend) {
		boolean grows = trend.rises() >= this.limits.consecutive();
		String rise = grows ? "; there were " + trend.first() + " at first, and more in " + trend.rises() + " samples"
				: "";
		return new Observation(FindingKind.UNMANAGED, grows ? Severity.PROBLEM : Severity.NOTICE, pattern, null,
				threads.size(), trend.since(),
				Words.count(threads.size(), "thread") + " of " + Words.count(pools, what(threads.get(0)))
						+ ((threads.size() == 1) ? " runs" : " run")
						+ " timers, and no bean is known to hold the pool: " + names(threads) + rise,
				grows ? "Shut the executor or Timer down where its work is over, or use one for all: make it a bean (a "
						+ "ScheduledExecutorService or a TaskScheduler), which is tracked and shut down"
						: "Shut the executor or Timer down when its work is over, or make it a bean (a "
								+ "ScheduledExecutorService or a TaskScheduler), which is tracked and shut down. If it is "
								+ "meant as it is, name the thread in timerscope.unmanaged.ignore-threads",
				List.of());
	}

	/** An agent saw the line, and its tasks are tracked. */
	private Observation handmade(Site line, List<OutsideThread> threads, long pools, Trend trend) {
		boolean grows = trend.rises() >= this.limits.consecutive();
		String rise = grows ? "; there were " + trend.first() + " at first, and more in " + trend.rises() + " samples"
				: "";
		return new Observation(FindingKind.UNMANAGED, grows ? Severity.PROBLEM : Severity.NOTICE, line.toString(), null,
				threads.size(), trend.since(),
				Words.count(pools, what(threads.get(0))) + ((pools == 1) ? " is" : " are")
						+ " no bean, made by this line: " + names(threads) + rise,
				grows ? "Shut the executor or Timer down where its work is over, or use one for all: make it a bean (a "
						+ "ScheduledExecutorService or a TaskScheduler), which is shut down with the application"
						: "Nothing, if the executor or Timer is shut down when its work is over. Make it a bean (a "
								+ "ScheduledExecutorService or a TaskScheduler) to have that done. Its tasks are tracked already",
				List.of());
	}

	private static String what(OutsideThread thread) {
		return (thread.thread().kind() == OutsideKind.TIMER) ? "Timer" : "executor";
	}

	/** Each name once; those that differ in numbers only are one. */
	private static String names(List<OutsideThread> threads) {
		Map<String, List<String>> names = new TreeMap<>();
		threads.forEach(
				(thread) -> names.computeIfAbsent(ThreadCensus.patternOf(thread.name()), (pattern) -> new ArrayList<>())
					.add(thread.name()));
		String list = names.entrySet()
			.stream()
			.limit(NAMES)
			.map((entry) -> (entry.getValue().size() == 1) ? entry.getValue().get(0)
					: entry.getKey() + " ×" + entry.getValue().size())
			.collect(Collectors.joining(", "));
		return list + ((names.size() > NAMES) ? " and " + (names.size() - NAMES) + " more names" : "");
	}

	/**
	 * What one finding is about.
	 *
	 * @param madeAt the line that made the pools, where an agent saw it
	 * @param heldBy bean and field, or {@code null} if nobody is known
	 * @param pattern the name of the threads, where nobody is known
	 */
	private record Subject(@Nullable Site madeAt, @Nullable String heldBy, String pattern) {

		static Subject of(OutsideThread thread) {
			if (thread.madeAt() != null) {
				return new Subject(thread.madeAt(), null, "");
			}
			HeldPool holder = thread.holder();
			return (holder != null && holder.heldBy() != null) ? new Subject(null, holder.heldBy(), "")
					: new Subject(null, null, ThreadCensus.patternOf(thread.name()));
		}

	}

	/**
	 * How the number of pools of one kind goes.
	 *
	 * @param since when the kind was first seen
	 * @param first how many there were when they began to grow
	 * @param most how many there have been since
	 * @param rises in how many samples there were more than ever since
	 */
	private record Trend(Instant since, long first, long most, int rises) {

		/** What falls back to where it began did not grow. */
		Trend next(long pools) {
			if (pools > this.most) {
				return new Trend(this.since, this.first, pools, this.rises + 1);
			}
			return (pools > this.first) ? this : new Trend(this.since, pools, pools, 0);
		}

	}

}
