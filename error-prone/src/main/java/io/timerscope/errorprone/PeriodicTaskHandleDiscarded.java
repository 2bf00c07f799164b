package io.timerscope.errorprone;

import java.util.List;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.fix.HandleFixes;
import io.timerscope.errorprone.judge.Handles;
import io.timerscope.errorprone.judge.Receivers;
import io.timerscope.errorprone.judge.RequestHandlers;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * A periodic task is scheduled and its handle is dropped, so that nobody can end it.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "The handle of this periodic task is dropped, so nothing can ever cancel it",
		severity = SeverityLevel.WARNING, linkType = LinkType.NONE, tags = BugPattern.StandardTags.LIKELY_ERROR)
public final class PeriodicTaskHandleDiscarded extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		Handles handles = new Handles(unit);
		Receivers receivers = new Receivers(unit);
		RequestHandlers handlers = new RequestHandlers(unit);
		for (Schedule schedule : unit.schedules()) {
			if (schedule.isPeriodic() && handles.isDropped(schedule) && !receivers.endsTasks(schedule)
					&& handlers.around(schedule.path()) == null) {
				findings.add(Finding
					.of(schedule.path(), unit.groupOf(schedule.call()),
							"The handle of this periodic task is dropped and nothing in this file ends its scheduler,"
									+ " so the task runs on when its owner is gone; keep the handle and cancel it")
					.with(new HandleFixes(schedule)::keepAndCancel));
			}
		}
	}

}
