package io.timerscope.outside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Tells which platform threads of the JVM run timers. What a thread is does not change,
 * so that each is asked a few times at most. Virtual threads cannot be listed.
 */
public final class ThreadCensus {

	private static final int TRIES = 3;

	private static final Pattern LAST_NUMBER = Pattern.compile("\\d+(?=\\D*$)");

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private final Supplier<List<Thread>> threads;

	private final Set<Long> before;

	private Map<Long, Verdict> verdicts = new HashMap<>();

	/**
	 * @param before ids of threads that are not the application's, since they were there
	 * before it
	 */
	public ThreadCensus(Supplier<List<Thread>> threads, Set<Long> before) {
		this.threads = threads;
		this.before = Set.copyOf(before);
	}

	/** Lists the threads of the JVM as the thread groups know them. */
	public static List<Thread> all() {
		ThreadGroup root = Thread.currentThread().getThreadGroup();
		for (ThreadGroup parent = root; parent != null; parent = parent.getParent()) {
			root = parent;
		}
		Thread[] threads = new Thread[root.activeCount() + 16];
		int count = root.enumerate(threads);
		while (count == threads.length) {
			threads = new Thread[threads.length * 2];
			count = root.enumerate(threads);
		}
		return new ArrayList<>(Arrays.asList(threads).subList(0, count));
	}

	/** The threads with timers that are neither the JVM's nor ours. */
	public List<TimerThread> timers() {
		Map<Long, Verdict> after = new HashMap<>();
		List<TimerThread> timers = new ArrayList<>();
		for (Thread thread : this.threads.get()) {
			if (this.before.contains(thread.getId()) || SharedThreads.isOfTheJvm(thread.getName())) {
				continue;
			}
			Verdict verdict = this.verdicts.getOrDefault(thread.getId(), Verdict.NONE);
			if (verdict.timer() == null && verdict.tries() < TRIES) {
				verdict = verdict(thread, verdict.tries());
			}
			after.put(thread.getId(), verdict);
			if (verdict.timer() != null) {
				timers.add(verdict.timer());
			}
		}
		this.verdicts = after;
		return timers;
	}

	/** A thread that has not begun to run shows no stack, so that it is asked again. */
	private static Verdict verdict(Thread thread, int tries) {
		TimerThread timer = ThreadNature.of(thread);
		boolean begun = timer != null || thread.getStackTrace().length > 0;
		return new Verdict(timer, begun ? tries + 1 : tries);
	}

	/** What the threads of one pool have in common: all but the last number. */
	public static String poolOf(String name) {
		return LAST_NUMBER.matcher(name).replaceAll("#");
	}

	/** What the pools of one line have in common: all but the numbers. */
	public static String patternOf(String name) {
		return NUMBER.matcher(name).replaceAll("#");
	}

	static Set<Long> ids(List<TimerThread> threads) {
		Set<Long> ids = new HashSet<>();
		threads.forEach((thread) -> ids.add(thread.id()));
		return ids;
	}

	/** A thread holds nothing of ours; it is held here for as long as it lives. */
	private record Verdict(@Nullable TimerThread timer, int tries) {

		private static final Verdict NONE = new Verdict(null, 0);

	}

}
