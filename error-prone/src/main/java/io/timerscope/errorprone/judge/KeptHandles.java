package io.timerscope.errorprone.judge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;

import io.timerscope.errorprone.trace.WaysOut;
import io.timerscope.errorprone.judge.Outcomes.Outcome;
import io.timerscope.errorprone.unit.Delays;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Says what is missing for a handle that is kept in a field.
 */
public final class KeptHandles {

	private final UnitModel unit;

	private final Handles handles;

	private final Receivers receivers;

	private final RequestHandlers handlers;

	private final Overwrites overwrites;

	private final SelfReschedules loops;

	private final MissedEnds missed;

	private final Resets resets;

	private final Slots slots;

	private final Phases phases;

	private final Terminals terminals;

	public KeptHandles(UnitModel unit) {
		this.unit = unit;
		this.handles = new Handles(unit);
		this.receivers = new Receivers(unit);
		this.handlers = new RequestHandlers(unit);
		this.overwrites = new Overwrites(unit);
		this.loops = new SelfReschedules(unit);
		this.missed = new MissedEnds(unit);
		this.resets = new Resets(unit);
		this.slots = new Slots(unit);
		this.phases = new Phases(unit);
		this.terminals = new Terminals(unit);
	}

	/** What to tell about the task, empty if its handle is used as it should be. */
	public Optional<String> judge(Schedule schedule) {
		if (this.receivers.endsTasks(schedule) || this.handles.isDropped(schedule)) {
			return Optional.empty();
		}
		if (this.unit.groupOf(schedule.call()).hasEnd()) {
			return ofMissedEnd(schedule).or(() -> schedule.isPeriodic() ? ofPeriodic(schedule) : ofChain(schedule));
		}
		List<VarSymbol> fields = this.handles.deadFields(schedule);
		boolean reportedAsRequest = schedule.isPeriodic() && this.handlers.around(schedule.path()) != null;
		if (fields.isEmpty() || reportedAsRequest || !this.handles.matters(schedule, fields)) {
			return Optional.empty();
		}
		return Optional.of("The handle is kept in " + fields.get(0).getSimpleName()
				+ ", but nothing in this file cancels it, ends its scheduler or hands it on");
	}

	/** A cancel that some outcome, or some way out of the method, passes by. */
	private Optional<String> ofMissedEnd(Schedule schedule) {
		Group group = this.unit.groupOf(schedule.call());
		if (group.escapes() || isHarmless(schedule)) {
			return Optional.empty();
		}
		Outcome missing = Outcomes.missing(group.ends());
		if (missing != null && schedule.isPeriodic()) {
			return Optional.of((missing == Outcome.FAILURE)
					? "This task is cancelled only if all goes well; after a failure it runs on"
					: "This task is cancelled only after a failure; if all goes well it runs on");
		}
		MethodTree method = Places.method(schedule.path());
		Tree target = Places.outsideParentheses(schedule.path()).getParentPath().getLeaf();
		boolean local = target instanceof VariableTree && Locals.isLocal(group, this.unit);
		boolean endedHere = target instanceof AssignmentTree && method != null && Locals.allIn(group.ends(), method);
		if (!schedule.isPeriodic() || method == null || method.getBody() == null || !(local || endedHere)
				|| Places.isInLambda(schedule.path())) {
			return Optional.empty();
		}
		WaysOut ways = LifeInMethod.of(this.unit, group, schedule.path(), method, false);
		if (!local && !LifeInMethod.isSettledSomewhere(ways)) {
			return Optional.empty(); // what is ended here is the task of an earlier call
		}
		if (LifeInMethod.leavesAlive(ways.thrown())) {
			return Optional.of("This task is cancelled only if nothing is thrown before; cancel it in a finally block");
		}
		return LifeInMethod.leavesAlive(ways.returned()) ? Optional.of("One way out of " + method.getName()
				+ "() leaves this task running; cancel it on each, in a finally block") : Optional.empty();
	}

	private Optional<String> ofPeriodic(Schedule schedule) {
		return this.overwrites.halfCancelledField(schedule.path())
			.map((field) -> "The previous task is cancelled only if the caller asks for it, but "
					+ field.getSimpleName()
					+ " is replaced in any case; a task that is not cancelled here runs on for good")
			.or(() -> this.missed.flagRaisedElsewhere(schedule.path(), this.unit.groupOf(schedule.call()))
				.map((flag) -> "Every cancel of this task depends on " + flag.getSimpleName()
						+ ", which is still false when the task is scheduled; if it never becomes true, the task runs on"))
			.or(() -> ofForgotten(schedule))
			.or(() -> ofReplaced(schedule))
			.or(() -> ofReplacedOnly(schedule))
			.or(() -> ofTerminals(schedule))
			.or(() -> ofEndOfLife(schedule));
	}

	private Optional<String> ofTerminals(Schedule schedule) {
		Group group = this.unit.groupOf(schedule.call());
		return this.terminals.orderlyEndWithoutEnd(group)
			.map((end) -> "This task is cancelled only after a failure; after " + end.getSimpleName() + "() it runs on")
			.or(() -> this.terminals.emptinessPassesBy(schedule.path(), group)
				.map((asked) -> "While " + asked.getSimpleName()
						+ " is empty, the method that cancels this task returns first, so the task runs on"));
	}

	private Optional<String> ofReplaced(Schedule schedule) {
		Group group = this.unit.groupOf(schedule.call());
		return group.escapes() ? Optional.empty() : this.slots.replaced(group)
			.map((store) -> (store.key() != null)
					? "If " + store.field().getSimpleName() + " has a task for " + store.key()
							+ " already, it is replaced without a cancel and runs on; cancel what put() gives back"
					: "If this runs again, " + store.field().getSimpleName()
							+ " forgets a task that runs on; cancel the old one first");
	}

	private Optional<String> ofReplacedOnly(Schedule schedule) {
		Group group = this.unit.groupOf(schedule.call());
		return this.phases.endsOnlyToReplace(group, schedule.path())
				? Optional.of("This task is cancelled only when the next one replaces it, so the last one runs on")
				: Optional.empty();
	}

	/**
	 * Each call from outside begins one more chain, and the field knows the last only.
	 */
	private Optional<String> ofChain(Schedule schedule) {
		return this.overwrites.lostField(schedule.path())
			.filter((field) -> !this.unit.types().isContainer(field.type) && this.loops.comesBack(schedule))
			.map((field) -> "This task schedules itself again, and each call of this method begins one more such chain,"
					+ " of which " + field.getSimpleName() + " keeps only the last; cancel the old one first")
			.or(() -> ofForgotten(schedule))
			.or(() -> ofEntry(schedule))
			.or(() -> ofPending(schedule))
			.or(() -> this.loops.survivesCancel(schedule))
			.or(() -> ofEndOfLife(schedule));
	}

	/** Cancelled while the object lives, and not when its life ends. */
	private Optional<String> ofEndOfLife(Schedule schedule) {
		Group group = this.unit.groupOf(schedule.call());
		if (isHarmless(schedule) || !this.phases.endsOnlyToReplace(group, schedule.path())) {
			return Optional.empty();
		}
		return missedAtTheEnd(schedule);
	}

	/** What to look at: the end of life may find the task switched off already. */
	public Optional<String> suggest(Schedule schedule) {
		Optional<String> missed = (isHarmless(schedule) || this.receivers.endsTasks(schedule)
				|| this.handles.isDropped(schedule)) ? Optional.empty() : missedAtTheEnd(schedule);
		return missed.or(() -> this.slots.replacedUnlikeElsewhere(this.unit.groupOf(schedule.call()))
			.filter((store) -> !isHarmless(schedule) && Places.isSameMethod(store.path(), schedule.path()))
			.map((store) -> "The task that " + store.field().getSimpleName() + " has for " + store.key()
					+ " is replaced without a cancel here, while other code cancels what it replaces"));
	}

	private Optional<String> missedAtTheEnd(Schedule schedule) {
		return this.phases.endOfLifeWithoutEnd(this.unit.groupOf(schedule.call()), schedule)
			.map((end) -> end.getSimpleName() + "() does not cancel this task, although other methods do, so it stays"
					+ " queued, or runs, when its owner is gone");
	}

	private static boolean isHarmless(Schedule schedule) {
		return !schedule.isPeriodic() && Delays.isShort(schedule);
	}

	/** A one-shot of an entry that is entered again runs twice. */
	private Optional<String> ofEntry(Schedule schedule) {
		Group group = this.unit.groupOf(schedule.call());
		if (group.escapes() || isHarmless(schedule)) {
			return Optional.empty();
		}
		return this.slots.replaced(group)
			.filter((store) -> store.key() != null && !isUniqueByName(store.key().toString())
					&& !this.loops.comesBack(schedule))
			.map((store) -> "If " + store.field().getSimpleName() + " has a task for " + store.key()
					+ " already, it is replaced without a cancel and still runs; cancel what put() gives back");
	}

	/** Some method takes the waiting one-shot back; the next one forgets it. */
	private Optional<String> ofPending(Schedule schedule) {
		Group group = this.unit.groupOf(schedule.call());
		boolean wanted = !group.escapes() && !isHarmless(schedule) && !this.loops.comesBack(schedule)
				&& group.ends().stream().anyMatch((end) -> end.method().startsWith("cancel"));
		return wanted ? this.slots.replaced(group)
			.filter((store) -> store.key() == null)
			.map((store) -> "If this runs again, " + store.field().getSimpleName()
					+ " forgets a task that is still waiting, and nothing can cancel it any more; cancel the old one"
					+ " first")
				: Optional.empty();
	}

	private static boolean isUniqueByName(String key) {
		String lower = key.toLowerCase(Locale.ROOT);
		return lower.endsWith("id") || lower.endsWith("id()") || lower.contains("uuid") || lower.contains("seq")
				|| lower.contains("token") || lower.contains("number") || lower.contains("index")
				|| lower.contains("ticket") || lower.contains("request") || lower.contains("correlation");
	}

	/** A method that lets go of the handle without a cancel, though others do cancel. */
	private Optional<String> ofForgotten(Schedule schedule) {
		Group group = this.unit.groupOf(schedule.call());
		if (group.escapes() || isHarmless(schedule)) {
			return Optional.empty();
		}
		Optional<MethodSymbol> forgotten = schedule.isPeriodic() ? this.resets.forgottenIn(group) : Optional.empty();
		return forgotten.or(() -> this.resets.removedIn(group))
			.map((method) -> method.getSimpleName()
					+ "() lets go of this handle without cancelling it, so the task runs"
					+ " on and nothing can end it any more");
	}

}
