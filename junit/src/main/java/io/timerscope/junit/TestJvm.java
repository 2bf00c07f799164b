package io.timerscope.junit;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Predicate;

import io.timerscope.OriginCapture;
import io.timerscope.TaskSnapshot;
import io.timerscope.junit.spring.SpringGivens;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;

/**
 * What all tests of this JVM share: the ledger of executors that they track themselves,
 * the ledgers of Spring contexts, and the list of what was ignored.
 */
final class TestJvm {

	private static final List<String> RUNNERS = List.of("org.apache.maven", "org.gradle", "worker.org.gradle",
			"com.intellij", "org.eclipse.jdt", "org.assertj", "org.awaitility", "org.testng");

	static final TestJvm CURRENT = new TestJvm();

	private final LedgerBook own = LedgerBook.ofTests(TaskLedger.builder()
		.capture(OriginCapture.ALWAYS)
		.libraryPackages(RUNNERS)
		.applicationName("test run")
		.build());

	private final TrackedExecutors executors = new TrackedExecutors(this.own);

	private final ThreadOrigins origins = new ThreadOrigins(this.executors, this.own);

	private final AgentSwitch agent = new AgentSwitch();

	/** Guarded by itself. Each book is held by its ledger, as a listener. */
	private final Map<TaskLedger, WeakReference<LedgerBook>> contexts = new WeakHashMap<>();

	private final IgnoredLeaks ignored = new IgnoredLeaks();

	private final ReportedLeaks reported = new ReportedLeaks();

	@SuppressWarnings("ThreadLocalUsage") // one per JVM
	private final ThreadLocal<@Nullable Watch> watch = new ThreadLocal<>();

	private TestJvm() {
	}

	/** The watch of the test on this thread; a new one with no baseline elsewhere. */
	Watch watch() {
		Watch watch = this.watch.get();
		if (watch != null) {
			return watch;
		}
		WatchedTest caller = new WatchedTest(this.own.ledger().site().taskName(), true);
		return new Watch(this, caller, allBooks(), Baseline.none());
	}

	@Nullable Watch swap(@Nullable Watch watch) {
		Watch before = this.watch.get();
		this.watch.set(watch);
		return before;
	}

	LedgerBook own() {
		return this.own;
	}

	TrackedExecutors executors() {
		return this.executors;
	}

	ThreadOrigins origins() {
		return this.origins;
	}

	void useAgent() {
		this.agent.turnOn(this);
	}

	@Nullable String missedByAgent() {
		return this.agent.missed();
	}

	IgnoredLeaks ignored() {
		return this.ignored;
	}

	ReportedLeaks reported() {
		return this.reported;
	}

	private List<LedgerBook> allBooks() {
		List<LedgerBook> books = new ArrayList<>();
		books.add(this.own);
		synchronized (this.contexts) {
			this.contexts.values().forEach((reference) -> {
				LedgerBook book = reference.get();
				if (book != null) {
					books.add(book);
				}
			});
		}
		return books;
	}

	/** Whether a tracked scheduler is passing a task on to its pool. */
	boolean isHandingOver() {
		return allBooks().stream().anyMatch((book) -> book.ledger().isHandingOver());
	}

	/** The books of a test: ours, and that of its Spring context. */
	List<LedgerBook> books(SpringGivens spring) {
		List<LedgerBook> books = new ArrayList<>();
		books.add(this.own);
		if (spring.ledger() != null) {
			books.add(book(spring.ledger(), spring.ownTasks()));
		}
		return books;
	}

	private LedgerBook book(TaskLedger ledger, Predicate<TaskSnapshot> ownTasks) {
		synchronized (this.contexts) {
			WeakReference<LedgerBook> reference = this.contexts.get(ledger);
			LedgerBook book = (reference == null) ? null : reference.get();
			if (book == null) {
				book = LedgerBook.ofContext(ledger, ownTasks);
				this.contexts.put(ledger, new WeakReference<>(book));
			}
			return book;
		}
	}

}
