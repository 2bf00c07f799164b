package io.timerscope.errorprone.judge;

import java.util.List;
import java.util.Optional;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import io.timerscope.errorprone.unit.Group;
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

	public KeptHandles(UnitModel unit) {
		this.unit = unit;
		this.handles = new Handles(unit);
		this.receivers = new Receivers(unit);
		this.handlers = new RequestHandlers(unit);
		this.overwrites = new Overwrites(unit);
		this.loops = new SelfReschedules(unit);
		this.missed = new MissedEnds(unit);
		this.resets = new Resets(unit);
	}

	/** What to tell about the task, empty if its handle is used as it should be. */
	public Optional<String> judge(Schedule schedule) {
		if (this.receivers.endsTasks(schedule) || this.handles.isDropped(schedule)) {
			return Optional.empty();
		}
		if (this.unit.groupOf(schedule.call()).hasEnd()) {
			return schedule.isPeriodic() ? ofPeriodic(schedule) : ofChain(schedule);
		}
		List<VarSymbol> fields = this.handles.deadFields(schedule);
		boolean reportedAsRequest = schedule.isPeriodic() && this.handlers.around(schedule.path()) != null;
		if (fields.isEmpty() || reportedAsRequest || !this.handles.matters(schedule, fields)) {
			return Optional.empty();
		}
		return Optional.of("The handle is kept in " + fields.get(0).getSimpleName()
				+ ", but nothing in this file cancels it, ends its scheduler or hands it on");
	}

	private Optional<String> ofPeriodic(Schedule schedule) {
		return this.overwrites.halfCancelledField(schedule.path())
			.map((field) -> "The task before is cancelled only if the caller asks for it, but " + field.getSimpleName()
					+ " is replaced in any case; a task that is not cancelled here runs on for good")
			.or(() -> this.missed.flagRaisedElsewhere(schedule)
				.map((flag) -> "Every cancel of this task stands behind " + flag.getSimpleName()
						+ ", which is still false when the task is scheduled; if it never becomes true, the task runs on"))
			.or(() -> ofForgotten(schedule));
	}

	/**
	 * Each call from outside begins one more chain, and the field knows the last only.
	 */
	private Optional<String> ofChain(Schedule schedule) {
		return this.overwrites.lostField(schedule.path())
			.filter((field) -> this.loops.comesBack(schedule))
			.map((field) -> "This task schedules itself again, and each call of this method begins one more such chain,"
					+ " of which " + field.getSimpleName() + " keeps only the last; cancel the old one first");
	}

	/** A method that lets go of the handle without a cancel, though others do cancel. */
	private Optional<String> ofForgotten(Schedule schedule) {
		Group group = this.unit.groupOf(schedule.call());
		if (group.escapes()) {
			return Optional.empty();
		}
		return this.resets.forgottenIn(group)
			.or(() -> this.resets.removedIn(group))
			.map((method) -> method.getSimpleName()
					+ "() lets go of this handle without cancelling it, so the task runs"
					+ " on and nothing can end it any more");
	}

}
