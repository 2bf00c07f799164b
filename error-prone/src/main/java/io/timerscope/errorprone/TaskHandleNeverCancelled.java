package io.timerscope.errorprone;

import java.util.List;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/**
 * A handle is kept, and nothing ever cancels it.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "This handle is kept, but nothing ever cancels it", severity = SeverityLevel.WARNING,
		linkType = LinkType.NONE, tags = BugPattern.StandardTags.LIKELY_ERROR)
public final class TaskHandleNeverCancelled extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		Handles handles = new Handles(unit);
		Receivers receivers = new Receivers(unit);
		RequestHandlers handlers = new RequestHandlers(unit);
		Overwrites overwrites = new Overwrites(unit);
		for (Schedule schedule : unit.schedules()) {
			if (schedule.isPeriodic()) {
				overwrites.halfCancelledField(schedule.path())
					.ifPresent((field) -> findings.add(Finding.of(schedule.path(), unit.groupOf(schedule.call()),
							"The task before is cancelled only if the caller asks for it, but " + field.getSimpleName()
									+ " is replaced in any case; a task that is not cancelled here runs on for good")));
			}
			List<VarSymbol> fields = handles.deadFields(schedule);
			if (!fields.isEmpty() && handles.matters(schedule, fields) && !handles.isDropped(schedule)
					&& !receivers.endsTasks(schedule)
					&& !(schedule.isPeriodic() && handlers.around(schedule.path()) != null)) {
				String name = fields.get(0).getSimpleName().toString();
				findings.add(Finding.of(schedule.path(), unit.groupOf(schedule.call()), "The handle is kept in " + name
						+ ", but nothing in this file cancels it, ends its scheduler" + " or hands it on"));
			}
		}
	}

}
