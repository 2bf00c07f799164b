package io.timerscope.junit;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;

/**
 * A test, or a class around its tests, as the one to blame: its name, and how its work is
 * told from that of tests that run beside it.
 */
final class WatchedTest {

	private final String name;

	private final boolean alone;

	private final Set<String> classes;

	private final String thread = Thread.currentThread().getName();

	private final Map<LedgerBook, Owner> owners = new ConcurrentHashMap<>();

	/**
	 * Describes a test on the thread that will run it.
	 * @param name what people call it
	 * @param alone whether no other test runs at the same time
	 */
	WatchedTest(String name, boolean alone) {
		this(name, alone, Set.of());
	}

	/**
	 * Describes a test on the thread that will run it.
	 * @param name what people call it
	 * @param alone whether no other test runs at the same time
	 * @param classes the test classes that it is a test of, which have a check of their
	 * own; empty for a class
	 */
	WatchedTest(String name, boolean alone, Set<String> classes) {
		this.name = name;
		this.alone = alone;
		this.classes = classes;
	}

	String name() {
		return this.name;
	}

	/** Works as this test on the current thread, until the result is closed. */
	Presence enter(Iterable<LedgerBook> books) {
		Presence presence = new Presence(this, this.alone);
		for (LedgerBook book : books) {
			presence.swap(book.ledger().context(), owner(book));
		}
		return presence;
	}

	/** A context that came meanwhile has a ledger of its own. */
	void enter(Presence presence, Iterable<LedgerBook> books) {
		for (LedgerBook book : books) {
			if (!this.owners.containsKey(book)) {
				presence.swap(book.ledger().context(), owner(book));
			}
		}
	}

	private Owner owner(LedgerBook book) {
		return this.owners.computeIfAbsent(book, (key) -> key.openTest(this.name));
	}

	/** Whether a task of this owner, scheduled on this thread, is this test's. */
	boolean isMine(LedgerBook book, OwnerKind kind, String ownerId, String thread) {
		Owner mine = this.owners.get(book);
		if (mine != null && mine.id().equals(ownerId) && mine.kind() == kind) {
			return true;
		}
		if (book.isTest(kind, ownerId)) {
			return false;
		}
		if (thread.equals(this.thread)) {
			return !book.isContextual() || kind != OwnerKind.APPLICATION;
		}
		return this.alone && (!book.isContextual() || isPassing(kind));
	}

	/**
	 * Whether what was made while these classes were initialized is the test class's, and
	 * not this one test's.
	 */
	boolean isOfItsClass(Set<String> initialized) {
		return initialized.stream().anyMatch(this.classes::contains);
	}

	private static boolean isPassing(OwnerKind kind) {
		return kind == OwnerKind.REQUEST || kind == OwnerKind.SESSION || kind == OwnerKind.SCOPE;
	}

	/** Whether a thread that is new was started by this test. */
	boolean started(Thread thread) {
		WatchedTest starter = TestClassLoader.testOf(thread);
		return (starter != null) ? starter == this : this.alone;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
