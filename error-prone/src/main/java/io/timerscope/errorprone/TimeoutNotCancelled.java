package io.timerscope.errorprone;

import java.util.List;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.judge.Timeouts;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * A timeout for a future stays queued when the future has long been completed.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "This timeout stays queued after the future it guards is done", severity = SeverityLevel.WARNING,
		linkType = LinkType.CUSTOM, link = Pages.FOLDER + "TimeoutNotCancelled.md",
		tags = BugPattern.StandardTags.PERFORMANCE)
public final class TimeoutNotCancelled extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		Timeouts timeouts = new Timeouts(unit);
		for (Schedule schedule : unit.schedules()) {
			timeouts.judge(schedule)
				.ifPresent(
						(message) -> findings.add(Finding.of(schedule.path(), unit.groupOf(schedule.call()), message)));
		}
	}

}
