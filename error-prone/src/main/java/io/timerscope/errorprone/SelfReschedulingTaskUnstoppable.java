package io.timerscope.errorprone;

import java.util.List;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import io.timerscope.errorprone.judge.Chains;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.judge.Handles;
import io.timerscope.errorprone.judge.Receivers;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.judge.SelfReschedules;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * A task schedules itself again for ever, and no flag and no handle can stop it.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "This task schedules itself again and again, and nothing can stop it",
		severity = SeverityLevel.SUGGESTION, linkType = LinkType.CUSTOM,
		link = Pages.FOLDER + "SelfReschedulingTaskUnstoppable.md", tags = BugPattern.StandardTags.LIKELY_ERROR)
public final class SelfReschedulingTaskUnstoppable extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		Handles handles = new Handles(unit);
		Receivers receivers = new Receivers(unit);
		SelfReschedules loops = new SelfReschedules(unit);
		Chains chains = new Chains(unit);
		for (Schedule schedule : unit.schedules()) {
			if (!schedule.isPeriodic() && handles.isDropped(schedule) && !receivers.endsTasks(schedule)
					&& loops.isEndless(schedule) && !chains.outlivesItsObject(schedule)) {
				findings.add(Finding.of(schedule.path(), unit.groupOf(schedule.call()),
						"This task schedules itself again each time; no handle is kept and no field is asked whether it"
								+ " should go on, so it outlives its owner"));
			}
		}
	}

}
