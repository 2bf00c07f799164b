package io.timerscope.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.timerscope.junit.spring.SpringGivens;

/**
 * One check from its baseline to its verdict.
 */
final class Watch {

	private final TestJvm jvm;

	private final WatchedTest test;

	private final List<LedgerBook> books;

	private final Baseline baseline;

	/** Guarded by this. */
	private final Set<Object> contexts = Collections.newSetFromMap(new WeakHashMap<>());

	private final List<LeakOption> options = new ArrayList<>();

	private final Map<Object, String> seenIn = new ConcurrentHashMap<>();

	Watch(TestJvm jvm, WatchedTest test, List<LedgerBook> books, Baseline baseline) {
		this.jvm = jvm;
		this.test = test;
		this.books = new CopyOnWriteArrayList<>(books);
		this.baseline = baseline;
	}

	WatchedTest test() {
		return this.test;
	}

	List<LedgerBook> books() {
		return this.books;
	}

	Baseline baseline() {
		return this.baseline;
	}

	/** Adds options, each once; returns how many ignores this run has not seen before. */
	int options(Collection<LeakOption> options) {
		int fresh = 0;
		for (LeakOption option : options) {
			if (!this.options.contains(option)) {
				this.options.add(option);
				fresh += (option instanceof LeakOption.Ignore ignore && this.jvm.ignored().declare(ignore)) ? 1 : 0;
			}
		}
		return fresh;
	}

	LeakRules rules(Duration defaultRetry) {
		return new LeakRules(this.options, defaultRetry);
	}

	/** Notes what a test inside left to this check, to be accused at the end. */
	void seenIn(String test, Collection<Suspect> suspects) {
		suspects.forEach((suspect) -> this.seenIn.putIfAbsent(suspect.identity(), test));
	}

	/** Takes a Spring context that is there by now as given, once. */
	synchronized void absorb(List<LedgerBook> books, SpringGivens spring) {
		if (spring.context() != null && !this.contexts.add(spring.context())) {
			return;
		}
		for (LedgerBook book : books) {
			if (!this.books.contains(book)) {
				this.books.add(book);
				this.baseline.absorb(book);
			}
		}
		this.baseline.absorbThreads(spring.threads());
	}

	/** What is there now, ignored or not. */
	List<Suspect> suspects(LeakRules rules) {
		Baseline from = rules.has(LeakOption.NoBaseline.class) ? Baseline.none() : this.baseline;
		List<Suspect> suspects = new ArrayList<>(from.since(this.jvm, this.books, this.test));
		for (Baseline further : rules.baselines()) {
			List<Object> since = further.since(this.jvm, this.books, this.test)
				.stream()
				.map(Suspect::identity)
				.toList();
			suspects.removeIf((suspect) -> !since.contains(suspect.identity()));
		}
		return suspects;
	}

	/**
	 * Looks, asks again with growing pauses while somebody is to be accused, and gives a
	 * verdict.
	 * @param rules the options
	 * @param inQuestion which suspects this check is about
	 */
	Verdict verdict(LeakRules rules, Predicate<Suspect> inQuestion) {
		Pauses pauses = new Pauses(rules.retryFor());
		while (true) {
			List<Suspect> suspects = suspects(rules).stream().filter(inQuestion).toList();
			List<Suspect> accused = rules.accused(suspects);
			if (accused.isEmpty() || !pauses.pause()) {
				rules.note(suspects, this.jvm.ignored());
				return new Verdict(this.test.name(), suspects, accused);
			}
		}
	}

	/** Fails with what was found, after it was noted and, where wanted, ended. */
	void execute(Verdict verdict, LeakRules rules) {
		if (verdict.accused().isEmpty()) {
			return;
		}
		List<TimerLeak> leaks = verdict.accused().stream().map(this::leak).toList();
		this.jvm.reported().add(leaks);
		if (rules.has(LeakOption.Cleanup.class)) {
			verdict.accused().forEach((suspect) -> suspect.end().run());
		}
		throw new TimerLeakError(verdict.test(), leaks);
	}

	private TimerLeak leak(Suspect suspect) {
		String test = this.seenIn.get(suspect.identity());
		return (test == null) ? suspect.leak() : suspect.leak().of(test);
	}

	/**
	 * The end of a check.
	 *
	 * @param test who was watched
	 * @param suspects what was there
	 * @param accused what of it is not ignored
	 */
	record Verdict(String test, List<Suspect> suspects, List<Suspect> accused) {
	}

}
