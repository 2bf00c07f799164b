package io.timerscope.errorprone;

import java.util.List;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import io.timerscope.errorprone.unit.Delays;
import io.timerscope.errorprone.judge.FailedFutures;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.judge.Handles;
import io.timerscope.errorprone.judge.Receivers;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * A timeout for a future stays queued when the future has long been completed.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "This timeout stays queued after the future it guards is done", severity = SeverityLevel.WARNING,
		linkType = LinkType.NONE, tags = BugPattern.StandardTags.PERFORMANCE)
public final class TimeoutNotCancelled extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		Handles handles = new Handles(unit);
		Receivers receivers = new Receivers(unit);
		FailedFutures futures = new FailedFutures(unit);
		for (Schedule schedule : unit.schedules()) {
			if (!schedule.isPeriodic() && !Delays.isShort(schedule) && handles.isDropped(schedule)
					&& futures.isFailedBy(schedule) && !receivers.isEndedHere(schedule)) {
				findings.add(Finding.of(schedule.path(), unit.groupOf(schedule.call()),
						"This timeout is not cancelled when the future it guards completes, so it and the future stay"
								+ " queued until it is due; cancel it in whenComplete, or use orTimeout"));
			}
		}
	}

}
