package io.timerscope.errorprone;

import java.util.List;
import java.util.Objects;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.judge.FirstUses;
import io.timerscope.errorprone.judge.Handles;
import io.timerscope.errorprone.judge.RequestHandlers;
import io.timerscope.errorprone.unit.Places;
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
		FirstUses firstUses = new FirstUses(unit);
		for (Schedule schedule : unit.schedules()) {
			List<TreePath> way = schedule.isPeriodic() ? handlers.wayTo(schedule.path()) : List.of();
			if (way.isEmpty() || !handles.isForgotten(schedule) || firstUses.decide(way) || isOnItsOwn(schedule, unit)
					|| isKeptByAnObject(schedule, way, handles)) {
				continue;
			}
			MethodSymbol handler = handlers.around(schedule.path());
			String name = (handler != null) ? handler.getSimpleName().toString() : "";
			findings.add(Finding.of(schedule.path(), unit.groupOf(schedule.call()), name
					+ "() runs for every request or message and starts a periodic task each time, and nothing in this"
					+ " file cancels it; schedule it once, or cancel it when the request, session or connection ends"));
		}
	}

	/** A scheduler that the request makes for itself: its end is what matters. */
	private static boolean isOnItsOwn(Schedule schedule, UnitModel unit) {
		return unit.groups(schedule.receiver())
			.stream()
			.anyMatch((scheduler) -> !unit.creationsIn(scheduler).isEmpty() && scheduler.isEnded()
					&& scheduler.fields().findAny().isEmpty());
	}

	/**
	 * An object that the handler made has the handle: how many such objects there are,
	 * and how long they live, is its own affair.
	 */
	private static boolean isKeptByAnObject(Schedule schedule, List<TreePath> way, Handles handles) {
		return !handles.isDropped(schedule)
				&& !Objects.equals(Places.namedClass(schedule.path()), Places.namedClass(way.get(way.size() - 1)));
	}

}
