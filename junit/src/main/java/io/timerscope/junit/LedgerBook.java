package io.timerscope.junit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.timerscope.LedgerListener;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.TaskSnapshot;
import io.timerscope.junit.text.TaskWords;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;

/**
 * One ledger as tests see it: the tasks that are new since a mark, and the periodic ones
 * that died. Written by the threads that run tasks, read by any test.
 */
final class LedgerBook implements LedgerListener {

	private final TaskLedger ledger;

	private final boolean contextual;

	private final Predicate<TaskSnapshot> ownTasks;

	private final Queue<TaskSnapshot> died = new ConcurrentLinkedQueue<>();

	private final Set<String> tests = ConcurrentHashMap.newKeySet();

	private LedgerBook(TaskLedger ledger, boolean contextual, Predicate<TaskSnapshot> ownTasks) {
		this.ledger = ledger;
		this.contextual = contextual;
		this.ownTasks = ownTasks;
		ledger.addListener(this);
	}

	/** Of tests alone, all of whose tasks are some test's. */
	static LedgerBook ofTests(TaskLedger ledger) {
		return new LedgerBook(ledger, false, (task) -> false);
	}

	/**
	 * Of a Spring context, whose beans and application write it, too.
	 * @param ledger the ledger
	 * @param ownTasks tells the tasks that are no test's, whatever their owner
	 */
	static LedgerBook ofContext(TaskLedger ledger, Predicate<TaskSnapshot> ownTasks) {
		return new LedgerBook(ledger, true, ownTasks);
	}

	TaskLedger ledger() {
		return this.ledger;
	}

	boolean isContextual() {
		return this.contextual;
	}

	Owner openTest(String name) {
		Owner owner = this.ledger.openOwner(OwnerKind.SCOPE, name);
		this.tests.add(owner.id());
		return owner;
	}

	Owner currentOwner() {
		Owner owner = this.ledger.context().current();
		return (owner != null) ? owner : this.ledger.application();
	}

	boolean isTest(OwnerKind kind, String ownerId) {
		return kind == OwnerKind.SCOPE && this.tests.contains(ownerId);
	}

	@Override
	public void died(TaskSnapshot task, @Nullable String error) {
		this.died.add(task);
	}

	Mark mark() {
		Set<Long> known = new HashSet<>();
		this.ledger.tick();
		this.ledger.read().forEachLive((task) -> known.add(task.id()));
		return new Mark(known, this.died.size());
	}

	List<Suspect> since(@Nullable Mark mark, WatchedTest test) {
		List<Suspect> suspects = new ArrayList<>();
		this.ledger.tick();
		this.ledger.read().forEachLive((task) -> {
			if ((mark == null || !mark.live().contains(task.id())) && isOf(test, task)) {
				suspects.add(suspect(task, TimerLeak.Kind.TASK, test));
			}
			return true;
		});
		this.died.stream()
			.skip((mark == null) ? 0 : mark.died())
			.filter((task) -> isOf(test, task))
			.forEach((task) -> suspects.add(suspect(task, TimerLeak.Kind.DEAD_TASK, test)));
		return suspects;
	}

	private boolean isOf(WatchedTest test, TaskSnapshot task) {
		return test.isMine(this, task.owner().kind(), task.owner().id(), task.thread()) && !this.ownTasks.test(task)
				&& !test.isOfItsClass(initialized(task));
	}

	/** As far as the line tells that scheduled it. */
	private static Set<String> initialized(TaskSnapshot task) {
		return Stream.concat(Stream.of(task.site().frame()), task.site().stack().stream())
			.filter((frame) -> frame.getMethodName().equals("<clinit>"))
			.map(StackTraceElement::getClassName)
			.collect(Collectors.toSet());
	}

	private Suspect suspect(TaskSnapshot task, TimerLeak.Kind kind, WatchedTest test) {
		StackTraceElement site = task.site().frame();
		String owner = task.owner().kind().label() + ":" + task.owner().name();
		TimerLeak leak = new TimerLeak(kind, TaskWords.of(task), task.scheduler(), owner, site, task.site().stack(),
				null, List.of(), test.name());
		return new Suspect(new TaskIdentity(this, task.id()), leak, () -> this.ledger.cancel(task.id()));
	}

	/**
	 * A moment.
	 *
	 * @param live the tasks that were live
	 * @param died how many had died
	 */
	record Mark(Set<Long> live, int died) {
	}

	private record TaskIdentity(LedgerBook book, long id) {

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof TaskIdentity that && this.book == that.book && this.id == that.id;
		}

		@Override
		public int hashCode() {
			return Long.hashCode(this.id);
		}

	}

}
