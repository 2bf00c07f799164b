package io.timerscope.errorprone;

import java.util.List;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.judge.UnpurgedTimers;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * A cancelled TimerTask stays in the queue of its Timer until its time has come.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "A cancelled TimerTask stays in the queue of its Timer unless the Timer is purged",
		severity = SeverityLevel.SUGGESTION, linkType = LinkType.CUSTOM, link = Pages.FOLDER + "TimerTaskNotPurged.md",
		tags = BugPattern.StandardTags.PERFORMANCE)
public final class TimerTaskNotPurged extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	@Override
	boolean isAboutAnEnd() {
		return false;
	}

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		for (UnpurgedTimers.Unpurged found : UnpurgedTimers.in(unit)) {
			if (!found.waitsLong()) {
				findings.add(Finding.of(found.cancel(), found.task(), "The cancelled task stays queued, with all it"
						+ " holds, until it is due; no purge() of its Timer was found"));
			}
		}
	}

}
