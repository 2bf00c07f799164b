package io.timerscope.junit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.timerscope.junit.text.Glob;
import io.timerscope.junit.thread.KnownThreads;
import io.timerscope.junit.thread.PoolThreads;
import org.jspecify.annotations.Nullable;

/**
 * What was there before: tasks, schedulers, threads, and what was judged since.
 */
final class Baseline {

	private final Map<LedgerBook, LedgerBook.Mark> marks = new HashMap<>();

	private final Set<Thread> threads = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<String> names = new HashSet<>();

	private final List<Glob> given = new ArrayList<>();

	private final Set<Object> judged = new HashSet<>();

	private long schedulers;

	private Baseline() {
	}

	/** Nothing was there. */
	static Baseline none() {
		return new Baseline();
	}

	static Baseline now(TestJvm jvm, Collection<LedgerBook> books) {
		Baseline baseline = new Baseline();
		baseline.absorb(jvm, books);
		return baseline;
	}

	/** Takes in what is there by now. */
	synchronized void absorb(TestJvm jvm, Collection<LedgerBook> books) {
		books.forEach(this::absorb);
		this.schedulers = jvm.executors().count();
		absorbThreads(List.of());
	}

	synchronized void absorb(LedgerBook book) {
		this.marks.put(book, book.mark());
	}

	/** Takes in the threads that are there, and those of these names for all time. */
	synchronized void absorbThreads(List<Glob> names) {
		this.given.addAll(names);
		for (Thread thread : PoolThreads.all()) {
			this.threads.add(thread);
			this.names.add(thread.getName());
		}
	}

	synchronized void judged(Collection<Suspect> suspects) {
		suspects.forEach((suspect) -> this.judged.add(suspect.identity()));
	}

	/** Everything that is there now and was not, and that the test is to blame for. */
	synchronized List<Suspect> since(TestJvm jvm, Collection<LedgerBook> books, WatchedTest test) {
		List<Suspect> suspects = new ArrayList<>();
		for (LedgerBook book : books) {
			suspects.addAll(book.since(this.marks.get(book), test));
		}
		suspects.addAll(jvm.executors().since(this.schedulers, test));
		for (Thread thread : PoolThreads.all()) {
			ThreadOrigins.Origin origin = jvm.origins().of(thread);
			if (!isKnown(thread, origin) && isBy(test, thread, origin, jvm.own())) {
				Suspect suspect = ThreadSuspects.of(thread, origin, test);
				if (suspect != null) {
					suspects.add(suspect);
				}
			}
		}
		suspects.removeIf((suspect) -> this.judged.contains(suspect.identity()));
		return suspects;
	}

	private boolean isKnown(Thread thread, ThreadOrigins.@Nullable Origin origin) {
		if (this.threads.contains(thread) || KnownThreads.isOfTheJvm(thread)
				|| this.given.stream().anyMatch((name) -> name.matches(thread.getName()))) {
			return true;
		}
		return (origin != null) ? origin.made().number() <= this.schedulers : growsAPool(thread);
	}

	private static boolean isBy(WatchedTest test, Thread thread, ThreadOrigins.@Nullable Origin origin,
			LedgerBook book) {
		return (origin != null) ? origin.made().isBy(test, book) : test.started(thread);
	}

	/** A further number behind a name that was there is a pool that grew. */
	private boolean growsAPool(Thread thread) {
		if (PoolThreads.isTimer(thread) || this.names.contains(thread.getName())) {
			return false;
		}
		String family = family(thread.getName());
		return family != null && this.names.stream().anyMatch((name) -> family.equals(family(name)));
	}

	private static @Nullable String family(String name) {
		int end = name.length();
		while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
			end--;
		}
		return (end == name.length()) ? null : name.substring(0, end);
	}

}
