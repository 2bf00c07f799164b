package io.timerscope.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.timerscope.Site;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;

/**
 * The inventory of what runs timers in this JVM beyond the tracked schedulers, and whose
 * it is. It asks who holds a pool when there is a thread that it cannot explain, and from
 * time to time, since a bean may let go of its pool. One thread looks at a time.
 *
 * @since 0.1.0
 */
public final class OutsideTimers {

	private static final int SHOWN = 100;

	private static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(5);

	private final TaskLedger ledger;

	private final ThreadCensus census;

	private final PoolHolders holders;

	private final TrackedThreads tracked;

	private final PoolIdentities pools = new PoolIdentities();

	/** Guarded by this, as the next four. */
	private Map<Long, HeldPool> held = Map.of();

	private final Set<Long> asked = new HashSet<>();

	private @Nullable Instant askedAt;

	private List<OutsideThread> seenLast = List.of();

	/**
	 * Prepares to look.
	 * @param ledger whose schedulers are tracked
	 * @param threadsBefore ids of the threads that were there before the application
	 * @param holders knows who holds pools
	 */
	public OutsideTimers(TaskLedger ledger, Set<Long> threadsBefore, PoolHolders holders) {
		this(ledger, ThreadCensus::all, threadsBefore, holders);
	}

	OutsideTimers(TaskLedger ledger, Supplier<List<Thread>> threads, Set<Long> threadsBefore, PoolHolders holders) {
		this.ledger = ledger;
		this.census = new ThreadCensus(threads, threadsBefore);
		this.holders = holders;
		this.tracked = new TrackedThreads(ledger.schedulers());
	}

	/**
	 * The inventory.
	 * @return at most a hundred groups, the largest first
	 */
	public List<OutsideGroup> groups() {
		Map<OutsideGroup.Key, List<OutsideThread>> groups = new LinkedHashMap<>();
		for (OutsideThread thread : look()) {
			groups.computeIfAbsent(thread.key(), (key) -> new ArrayList<>()).add(thread);
		}
		return groups.entrySet()
			.stream()
			.map((group) -> group(group.getKey(), group.getValue()))
			.sorted(Comparator.comparingInt(OutsideGroup::count).reversed().thenComparing(OutsideGroup::name))
			.limit(SHOWN)
			.toList();
	}

	private static OutsideGroup group(OutsideGroup.Key key, List<OutsideThread> threads) {
		boolean alike = threads.stream().map(OutsideThread::name).distinct().count() == 1;
		return new OutsideGroup(alike ? threads.get(0).name() : key.pattern(), threads.size(), key.kind(),
				key.library(), key.heldBy(), key.createdAt());
	}

	/** Every thread of the inventory. */
	public synchronized List<OutsideThread> look() {
		List<TimerThread> timers = this.census.timers();
		Map<Long, Site> lines = lines(timers);
		List<TimerThread> threads = new ArrayList<>(
				this.tracked.others(timers.stream().filter((thread) -> !lines.containsKey(thread.id())).toList()));
		int named = threads.size();
		threads.removeIf((thread) -> this.holders.isTracked(thread.thread()));
		named -= threads.size();
		ask(threads);
		timers.stream().filter((thread) -> lines.containsKey(thread.id())).forEach(threads::add);
		this.pools.retain(ThreadCensus.ids(threads));
		this.seenLast = withoutTracked(
				threads.stream().map((thread) -> explained(thread, lines.get(thread.id()))).toList(), named);
		return this.seenLast;
	}

	/** Whose pool was made by a line that is known. */
	private Map<Long, Site> lines(List<TimerThread> threads) {
		Map<Long, Site> lines = new HashMap<>();
		this.ledger.guarded("ask where pools were made", () -> {
			for (TimerThread thread : threads) {
				Site line = this.holders.madeAt(thread.thread());
				if (line != null) {
					lines.put(thread.id(), line);
				}
			}
		});
		return lines;
	}

	/**
	 * As many that nobody explains as tracked pools have that nobody can name.
	 * @param named how many of those somebody could name after all
	 */
	private List<OutsideThread> withoutTracked(List<OutsideThread> threads, int named) {
		List<OutsideThread> others = new ArrayList<>();
		long unnamed = this.tracked.unnamed() - named - threads.stream().filter(OutsideThread::isTracked).count();
		for (OutsideThread thread : threads) {
			if (unnamed > 0 && thread.isLoose()) {
				unnamed--;
			}
			else if (!thread.isTracked()) {
				others.add(thread);
			}
		}
		return List.copyOf(others);
	}

	private void ask(List<TimerThread> threads) {
		List<TimerThread> open = threads.stream().filter((thread) -> !isKnown(thread)).toList();
		Set<Long> ids = ThreadCensus.ids(open);
		this.asked.retainAll(ids);
		Instant now = this.ledger.now();
		boolean overdue = this.askedAt != null && now.isAfter(this.askedAt.plus(ASKED_AGAIN_AFTER));
		if (open.isEmpty() || (this.asked.containsAll(ids) && !overdue)) {
			return;
		}
		Set<Long> fresh = new HashSet<>(ids);
		fresh.removeAll(this.asked);
		this.asked.addAll(fresh);
		this.askedAt = now;
		this.ledger.guarded("ask who holds pools", () -> {
			List<HeldPool> pools = this.holders.find((found) -> PoolMatcher.explains(found, open));
			if (pools != null) {
				this.held = PoolMatcher.match(open, pools);
			}
			else {
				this.asked.removeAll(fresh);
			}
		});
	}

	/** What the look before saw; nothing before the first one. */
	public synchronized List<OutsideThread> seenLast() {
		return this.seenLast;
	}

	private static boolean isKnown(TimerThread thread) {
		return SharedThreads.isOfTheServer(thread.name()) || SharedThreads.isOfTheLoggingSystem(thread.name());
	}

	private OutsideThread explained(TimerThread thread, @Nullable Site madeAt) {
		HeldPool holder = (madeAt != null) ? null : this.held.get(thread.id());
		String library = (holder == null) ? null : holder.library();
		if (library == null && holder == null && madeAt == null && thread.maker() != null) {
			library = this.holders.library(thread.maker());
		}
		if (library == null && holder == null && madeAt == null) {
			library = SharedThreads.library(thread.name());
		}
		return new OutsideThread(thread, holder, library,
				isKnown(thread) || (madeAt == null && !this.asked.contains(thread.id())), this.pools.of(thread),
				madeAt);
	}

}
