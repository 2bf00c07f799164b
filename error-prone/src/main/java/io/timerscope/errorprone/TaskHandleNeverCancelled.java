package io.timerscope.errorprone;

import java.util.List;
import java.util.Optional;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.judge.KeptHandles;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * A handle is kept, and nothing ever cancels it.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "This handle is kept, but nothing ever cancels it", severity = SeverityLevel.WARNING,
		linkType = LinkType.CUSTOM, link = Pages.FOLDER + "TaskHandleNeverCancelled.md",
		tags = BugPattern.StandardTags.LIKELY_ERROR)
public final class TaskHandleNeverCancelled extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		KeptHandles kept = new KeptHandles(unit);
		for (Schedule schedule : unit.schedules()) {
			Optional<Finding> warning = kept.judge(schedule)
				.map((message) -> Finding.of(schedule.path(), unit.groupOf(schedule.call()), message));
			warning
				.or(() -> kept.suggest(schedule)
					.map((message) -> Finding.of(schedule.path(), unit.groupOf(schedule.call()), message)
						.asSuggestion()))
				.ifPresent(findings::add);
		}
	}

}
