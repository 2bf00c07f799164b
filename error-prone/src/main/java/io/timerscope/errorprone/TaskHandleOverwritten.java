package io.timerscope.errorprone;

import java.util.List;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import io.timerscope.errorprone.unit.Delays;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.judge.Overwrites;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * A field gets a new handle while the task of the old one may still run. Off until it is
 * given another severity than its own.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "The handle kept here is replaced while its task may still be scheduled",
		severity = SeverityLevel.SUGGESTION, linkType = LinkType.CUSTOM,
		link = Pages.FOLDER + "TaskHandleOverwritten.md", tags = BugPattern.StandardTags.FRAGILE_CODE)
public final class TaskHandleOverwritten extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	@Override
	boolean isOn(VisitorState state) {
		return state.severityMap().getOrDefault(canonicalName(), defaultSeverity()) != defaultSeverity();
	}

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		Overwrites overwrites = new Overwrites(unit);
		for (Schedule schedule : unit.schedules()) {
			if (!Delays.isShort(schedule)) {
				overwrites.lostField(schedule.path())
					.ifPresent((field) -> findings.add(Finding.of(schedule.path(), unit.groupOf(schedule.call()),
							"If this method runs twice, " + field.getSimpleName()
									+ " forgets a task that is still scheduled; cancel the old one first")));
			}
		}
	}

}
