package io.timerscope.errorprone;

import java.util.List;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.judge.Handles;
import io.timerscope.errorprone.judge.RequestHandlers;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Every request starts one more periodic task, and none of them ends.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "Each request or message starts one more periodic task, and nothing ends it",
		severity = SeverityLevel.WARNING, linkType = LinkType.CUSTOM, link = Pages.FOLDER + "PeriodicTaskInRequest.md",
		tags = BugPattern.StandardTags.LIKELY_ERROR)
public final class PeriodicTaskInRequest extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		Handles handles = new Handles(unit);
		RequestHandlers handlers = new RequestHandlers(unit);
		for (Schedule schedule : unit.schedules()) {
			MethodSymbol handler = schedule.isPeriodic() ? handlers.around(schedule.path()) : null;
			if (handler != null && handles.isForgotten(schedule)) {
				findings.add(Finding.of(schedule.path(), unit.groupOf(schedule.call()),
						handler.getSimpleName() + "() runs for every request or message and starts a periodic task each"
								+ " time, and nothing in this file cancels it; schedule it once, or cancel it when the"
								+ " request, session or connection ends"));
			}
		}
	}

}
