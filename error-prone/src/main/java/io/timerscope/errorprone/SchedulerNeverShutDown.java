package io.timerscope.errorprone;

import java.util.List;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import io.timerscope.errorprone.unit.Creation;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.judge.Ownership;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * A scheduler or timer is made, and nothing will ever end its thread.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "Nothing ever ends this scheduler, so its thread and everything it was given stay for good",
		severity = SeverityLevel.WARNING, linkType = LinkType.CUSTOM, link = Pages.FOLDER + "SchedulerNeverShutDown.md",
		tags = BugPattern.StandardTags.LIKELY_ERROR)
public final class SchedulerNeverShutDown extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		for (Creation creation : unit.creations()) {
			Finding finding = new Ownership(unit).judge(creation);
			if (finding != null) {
				findings.add(finding);
			}
		}
	}

}
