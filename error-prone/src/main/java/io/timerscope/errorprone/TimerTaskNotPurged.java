package io.timerscope.errorprone;

import java.util.List;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.sun.source.tree.MethodInvocationTree;
import io.timerscope.errorprone.unit.Delays;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * A cancelled TimerTask stays in the queue of its Timer until its time has come.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "A cancelled TimerTask stays in the queue of its Timer unless the Timer is purged",
		severity = SeverityLevel.SUGGESTION, linkType = LinkType.NONE, tags = BugPattern.StandardTags.PERFORMANCE)
public final class TimerTaskNotPurged extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		for (Schedule schedule : unit.schedules()) {
			if (schedule.api() != Schedule.Api.JDK_TIMER || schedule.receiver() == null || Delays.isShort(schedule)) {
				continue;
			}
			Group timer = unit.group(schedule.receiver());
			if (isShortLived(timer) || unit.isMaintained(timer, "purge")) {
				continue;
			}
			unit.groupOf(schedule.call())
				.ends()
				.stream()
				.filter((end) -> end.method().equals("cancel") && end.path().getLeaf() instanceof MethodInvocationTree)
				.filter((
						end) -> timer.ends().stream().noneMatch((last) -> Places.isSameMethod(last.path(), end.path())))
				.findFirst()
				.ifPresent((end) -> findings.add(Finding.of(end.path(), unit.groupOf(schedule.call()),
						"The cancelled task stays queued, with all it holds, until it is due; no purge() of its Timer"
								+ " was found")));
		}
	}

	private static boolean isShortLived(Group timer) {
		return timer.locals().findAny().isPresent() && timer.fields().findAny().isEmpty();
	}

}
