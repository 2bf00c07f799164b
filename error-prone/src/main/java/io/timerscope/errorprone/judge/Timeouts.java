package io.timerscope.errorprone.judge;

import java.util.Optional;

import io.timerscope.errorprone.judge.Outcomes.Outcome;
import io.timerscope.errorprone.unit.Delays;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.TaskBodies;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Says which one-shots stay queued, or still run, although what they were for is over.
 */
public final class Timeouts {

	private final UnitModel unit;

	private final Handles handles;

	private final Receivers receivers;

	private final FailedFutures futures;

	private final Races races;

	private final Revivals revivals;

	private final QueuedAfterShutdown queued;

	private final SelfReschedules loops;

	public Timeouts(UnitModel unit) {
		this.unit = unit;
		this.handles = new Handles(unit);
		this.receivers = new Receivers(unit);
		this.futures = new FailedFutures(unit);
		this.races = new Races(unit);
		this.revivals = new Revivals(unit);
		this.queued = new QueuedAfterShutdown(unit);
		this.loops = new SelfReschedules(unit);
	}

	/** What to tell about the one-shot, empty if it is given up in time or harmless. */
	public Optional<String> judge(Schedule schedule) {
		if (schedule.isPeriodic() || Delays.isShort(schedule)) {
			return Optional.empty();
		}
		if (this.handles.isDropped(schedule)) {
			return this.receivers.isEndedHere(schedule) ? this.queued.judge(schedule) : ofDropped(schedule);
		}
		Group handle = this.unit.groupOf(schedule.call());
		if (!handle.hasEnd() && !this.receivers.isEndedHere(schedule)) {
			return ofDropped(schedule); // kept for nothing
		}
		Outcome missing = handle.escapes() ? null : Outcomes.missing(handle.ends());
		if (missing == null) {
			return Optional.empty();
		}
		return Optional.of((missing == Outcome.FAILURE)
				? "This timeout is cancelled only if all goes well; after a failure it stays queued until it is due;"
						+ " cancel it in whenComplete"
				: "This timeout is cancelled only after a failure; if all goes well it stays queued until it is due;"
						+ " cancel it in whenComplete");
	}

	private Optional<String> ofDropped(Schedule schedule) {
		if (new TaskBodies(this.unit).of(schedule).size() > 1) {
			return Optional.empty(); // runs what it is given, and cannot know what for
		}
		if (this.futures.isFailedBy(schedule) && !this.loops.comesBack(schedule)) {
			return Optional.of("This timeout is not cancelled when the future it guards completes, so it and the future"
					+ " stay queued until it is due; cancel it in whenComplete, or use orTimeout");
		}
		return this.races.lostBy(schedule)
			.map((contested) -> "Other code settles " + contested + " first, and nothing cancels this task then, so it"
					+ " stays queued until it is due; keep its handle and cancel it there")
			.or(() -> this.revivals.ignoredEnd(schedule)
				.map((end) -> end
						+ "() neither cancels this task nor does the task ask whether it is still wanted, so it"
						+ " starts again what was ended; keep its handle and cancel it there"));
	}

}
