package io.timerscope.outside;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Tells which thread belongs to which pool that is held. The JDK lets nobody ask a pool
 * for its threads, so this goes by what can be seen: the thread itself, its name, and how
 * many threads the pool has. A pool never gets more threads than it has.
 */
final class PoolMatcher {

	private static final Pattern POOL = Pattern.compile("pool-\\d+-thread-\\d+");

	private static final Pattern TIMER = Pattern.compile("Timer-\\d+");

	private final List<TimerThread> open;

	private final List<HeldPool> pools;

	private final int[] missing;

	private final Map<Long, HeldPool> found = new HashMap<>();

	private PoolMatcher(List<TimerThread> threads, List<HeldPool> pools) {
		this.open = new ArrayList<>(threads);
		this.open.sort(Comparator.comparingLong(TimerThread::id));
		this.pools = pools;
		this.missing = pools.stream().mapToInt(HeldPool::threads).toArray();
	}

	/** The pools by the ids of the threads that are theirs. */
	static Map<Long, HeldPool> match(List<TimerThread> threads, List<HeldPool> pools) {
		PoolMatcher matcher = matched(threads, pools);
		matcher.matchWhatIsLeft(OutsideKind.POOL);
		matcher.matchWhatIsLeft(OutsideKind.TIMER);
		return matcher.found;
	}

	/** Whether each thread can be seen to belong to one of the pools. */
	static boolean explains(List<HeldPool> pools, List<TimerThread> threads) {
		return matched(threads, pools).open.isEmpty();
	}

	private static PoolMatcher matched(List<TimerThread> threads, List<HeldPool> pools) {
		PoolMatcher matcher = new PoolMatcher(threads, pools);
		matcher.assign((pool, thread) -> pool.threadId() == thread.id());
		int ranks = pools.stream().mapToInt((pool) -> pool.names().size()).max().orElse(0);
		for (int i = 0; i < ranks; i++) {
			int rank = i;
			matcher.assign((pool, thread) -> isOfKind(pool, thread) && isNamed(pool, thread, rank));
		}
		matcher.assign((pool, thread) -> pool.namedByTheJdk() && isOfKind(pool, thread) && isNamedByTheJdk(thread));
		return matcher;
	}

	/**
	 * As many threads as there are pools that hide their names: they go together, where
	 * it does not matter which is whose. That is a guess, since such a pool also hides
	 * whether it has a thread yet, so a library is not named for it.
	 */
	private void matchWhatIsLeft(OutsideKind kind) {
		List<HeldPool> hidden = new ArrayList<>();
		for (int i = 0; i < this.missing.length; i++) {
			if (this.pools.get(i).hidden() && this.pools.get(i).kind() == kind && this.missing[i] > 0) {
				hidden.add(this.pools.get(i));
			}
		}
		long left = this.open.stream().filter((thread) -> thread.kind() == kind).count();
		if (left == hidden.size() && (left == 1 || hidden.stream().allMatch(HeldPool::isQuiet))) {
			assign((pool, thread) -> pool.hidden() && pool.kind() == kind && thread.kind() == kind,
					(pool) -> pool.isQuiet() ? pool.ofSomebody() : pool);
		}
	}

	private void assign(Rule rule) {
		assign(rule, (pool) -> pool);
	}

	private void assign(Rule rule, UnaryOperator<HeldPool> as) {
		for (int i = 0; i < this.missing.length && !this.open.isEmpty(); i++) {
			int index = i;
			this.open.removeIf((thread) -> {
				HeldPool pool = this.pools.get(index);
				if (this.missing[index] == 0 || !rule.matches(pool, thread)) {
					return false;
				}
				this.missing[index]--;
				this.found.put(thread.id(), as.apply(pool));
				return true;
			});
		}
	}

	private static boolean isOfKind(HeldPool pool, TimerThread thread) {
		return pool.kind() == thread.kind();
	}

	private static boolean isNamed(HeldPool pool, TimerThread thread, int rank) {
		List<Predicate<String>> names = pool.names();
		return rank < names.size() && names.get(rank).test(thread.name());
	}

	private static boolean isNamedByTheJdk(TimerThread thread) {
		Pattern names = (thread.kind() == OutsideKind.TIMER) ? TIMER : POOL;
		return names.matcher(thread.name()).matches();
	}

	/** Whether a thread is a pool's. */
	private interface Rule {

		boolean matches(HeldPool pool, TimerThread thread);

	}

}
