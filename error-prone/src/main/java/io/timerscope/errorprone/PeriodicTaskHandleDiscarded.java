package io.timerscope.errorprone;

import java.util.List;
import java.util.Optional;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.sun.source.util.TreePath;
import io.timerscope.errorprone.judge.Chains;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.fix.HandleFixes;
import io.timerscope.errorprone.judge.Handles;
import io.timerscope.errorprone.judge.NumberedTimers;
import io.timerscope.errorprone.judge.Receivers;
import io.timerscope.errorprone.judge.RequestHandlers;
import io.timerscope.errorprone.judge.ScheduledMethods;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * A periodic task is scheduled and its handle is dropped, so that nobody can end it.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "The handle of this periodic task is dropped, so nothing can ever cancel it",
		severity = SeverityLevel.WARNING, linkType = LinkType.CUSTOM,
		link = Pages.FOLDER + "PeriodicTaskHandleDiscarded.md", tags = BugPattern.StandardTags.LIKELY_ERROR)
public final class PeriodicTaskHandleDiscarded extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		Handles handles = new Handles(unit);
		Receivers receivers = new Receivers(unit);
		RequestHandlers handlers = new RequestHandlers(unit);
		Chains chains = new Chains(unit);
		for (Schedule schedule : unit.schedules()) {
			if (!handles.isDropped(schedule) || handlers.around(schedule.path()) != null) {
				continue;
			}
			if (receivers.endsTasks(schedule)) {
				ofABaseClass(schedule, receivers, unit).ifPresent(findings::add);
				continue;
			}
			if (schedule.isPeriodic()) {
				Finding finding = Finding
					.of(schedule.path(), unit.groupOf(schedule.call()),
							"The handle of this periodic task is dropped, and nothing in this file ends the task or"
									+ " its scheduler together with its owner; keep the handle and cancel it")
					.with(new HandleFixes(schedule)::keepAndCancel);
				findings.add(receivers.mayEndTogether(schedule) ? finding.asSuggestion() : finding);
			}
			else if (chains.outlivesItsObject(schedule)) {
				findings.add(Finding.of(schedule.path(), unit.groupOf(schedule.call()),
						"This task schedules itself again each time, its handle is dropped, and no end of its owner stops"
								+ " it; keep the handle and cancel it, or check a flag"));
			}
		}
		ofOtherKinds(unit, findings);
	}

	/** The file cannot say what becomes of the scheduler. */
	private static Optional<Finding> ofABaseClass(Schedule schedule, Receivers receivers, UnitModel unit) {
		return (schedule.isPeriodic() && receivers.isOfABaseClass(schedule)) ? Optional.of(Finding
			.of(schedule.path(), unit.groupOf(schedule.call()),
					"The handle of this periodic task is dropped, and its scheduler is kept by a base class in another"
							+ " file; unless that ends it together with this object, keep the handle and cancel it")
			.asSuggestion()) : Optional.empty();
	}

	private static void ofOtherKinds(UnitModel unit, List<Finding> findings) {
		for (TreePath start : new NumberedTimers(unit).neverCancelled()) {
			findings.add(Finding.of(start, unit.groupOf(start.getLeaf()),
					"The number of this periodic timer is not used to cancel it, so it runs on when its owner is gone;"
							+ " keep the number and cancel it"));
		}
		for (ScheduledMethods.Repeated method : new ScheduledMethods(unit).repeated()) {
			findings.add(Finding.of(method.path(), unit.groupOf(method.path().getLeaf()),
					"Spring schedules this method once more for each object of this " + method.scope()
							+ " bean, and keeps the handles to itself; schedule it in a singleton"));
		}
	}

}
