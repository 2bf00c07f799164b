package io.timerscope.finding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.timerscope.ledger.TaskLedger;

/**
 * The findings that are true now. Each is raised once and resolved once. Written by the
 * clock and, for leaks, by whoever reads {@link #current()}; listeners hear of the news
 * one after the other, under no lock.
 *
 * @since 0.1.0
 */
public final class FindingBook {

	private final TaskLedger ledger;

	private final List<FindingListener> listeners = new CopyOnWriteArrayList<>();

	private final AtomicLong looks = new AtomicLong();

	/** The newest look that was noted for a kind; guarded by this, as the next four. */
	private final Map<FindingKind, Long> noted = new EnumMap<>(FindingKind.class);

	private final Map<Observation.Key, Finding> findings = new LinkedHashMap<>();

	private final Queue<Consumer<FindingListener>> news = new ArrayDeque<>();

	private boolean telling;

	private long ids;

	private volatile List<Finding> current = List.of();

	private final LeakCheck leaks;

	private final Set<FindingKind> disabled;

	/**
	 * Opens an empty book.
	 * @param ledger whose leaks it shows, and which counts what listeners do wrong
	 */
	public FindingBook(TaskLedger ledger) {
		this(ledger, Set.of());
	}

	/**
	 * Opens an empty book.
	 * @param ledger whose leaks it shows, and which counts what listeners do wrong
	 * @param disabled kinds that nobody wants to hear of
	 */
	public FindingBook(TaskLedger ledger, Collection<FindingKind> disabled) {
		this.ledger = ledger;
		this.disabled = Set.copyOf(disabled);
		this.leaks = new LeakCheck(ledger.read());
	}

	/**
	 * What is wrong now, the oldest finding first. Leaks are looked at anew, so that the
	 * answer agrees with the ledger's count of leaked tasks.
	 * @return an immutable list
	 */
	public List<Finding> current() {
		this.ledger.guarded("look for leaks", this::refresh);
		return this.current;
	}

	/**
	 * How many findings there are, as of the last look. Walks nothing.
	 * @param kind the kind
	 * @return the number of findings of that kind, zero or more
	 */
	public long count(FindingKind kind) {
		return this.current.stream().filter((finding) -> finding.kind() == kind).count();
	}

	/**
	 * How many findings of some weight there are of each kind, as of the last look. Walks
	 * nothing.
	 * @param least those that are less bad than this are not counted
	 * @return the kinds of which there is at least one
	 */
	public Map<FindingKind, Long> counts(Severity least) {
		Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
		for (Finding finding : this.current) {
			if (finding.severity().compareTo(least) >= 0) {
				counts.merge(finding.kind(), 1L, Long::sum);
			}
		}
		return counts;
	}

	/**
	 * Adds a listener.
	 * @param listener hears of everything from now on
	 */
	public void addListener(FindingListener listener) {
		this.listeners.add(listener);
	}

	/**
	 * Removes a listener.
	 * @param listener hears of nothing more
	 */
	public void removeListener(FindingListener listener) {
		this.listeners.remove(listener);
	}

	/** What is wrong as of the last look. */
	List<Finding> known() {
		return this.current;
	}

	/** Whether there is never a finding of this kind. */
	boolean isDisabled(FindingKind kind) {
		return this.disabled.contains(kind);
	}

	void refresh() {
		update(LeakCheck.KINDS, this.leaks::look);
	}

	/**
	 * Takes note of what is seen: what is new is raised, what is seen no more is
	 * resolved.
	 * @param kinds the kinds that were looked for
	 * @param look sees them; called without a lock, since it may lead to the user's code.
	 * What it has seen counts unless a look that began later was noted before
	 */
	void update(Set<FindingKind> kinds, Supplier<? extends Collection<Observation>> look) {
		long number = this.looks.incrementAndGet();
		update(number, kinds, look.get());
		tellNews();
	}

	private synchronized void update(long number, Set<FindingKind> kinds, Collection<Observation> observations) {
		if (kinds.stream().anyMatch((kind) -> this.noted.getOrDefault(kind, 0L) > number)) {
			return;
		}
		kinds.forEach((kind) -> this.noted.put(kind, number));
		Set<Observation.Key> seen = new HashSet<>();
		for (Observation observation : observations) {
			if (!this.disabled.contains(observation.kind())) {
				seen.add(observation.key());
				note(observation);
			}
		}
		for (Finding finding : List.copyOf(this.findings.values())) {
			Observation.Key key = new Observation.Key(finding.kind(), finding.severity(), finding.subject(),
					finding.scheduler());
			if (kinds.contains(finding.kind()) && !seen.contains(key)) {
				this.findings.remove(key);
				this.news.add((listener) -> listener.resolved(finding));
			}
		}
		this.current = List.copyOf(this.findings.values());
	}

	private void note(Observation observation) {
		Finding before = this.findings.get(observation.key());
		if (before == null) {
			Finding finding = observation.raise("f" + ++this.ids);
			this.findings.put(observation.key(), finding);
			this.news.add((listener) -> listener.raised(finding));
		}
		else {
			this.findings.put(observation.key(), observation.renew(before));
		}
	}

	/**
	 * One thread tells at a time, so that nobody hears of an end before its beginning.
	 */
	private void tellNews() {
		List<Consumer<FindingListener>> next = nextNews(false);
		while (!next.isEmpty()) {
			for (Consumer<FindingListener> it : next) {
				this.listeners
					.forEach((listener) -> this.ledger.guarded("tell of a finding", () -> it.accept(listener)));
			}
			next = nextNews(true);
		}
	}

	private synchronized List<Consumer<FindingListener>> nextNews(boolean mine) {
		if (this.telling && !mine) {
			return List.of();
		}
		List<Consumer<FindingListener>> next = new ArrayList<>(this.news);
		this.news.clear();
		this.telling = !next.isEmpty();
		return next;
	}

}
