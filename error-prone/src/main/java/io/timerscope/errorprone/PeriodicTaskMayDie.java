package io.timerscope.errorprone;

import java.util.List;
import java.util.Set;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MemberSelectTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import io.timerscope.errorprone.trace.EscapingThrows;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.TaskBodies;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * A periodic task throws, and a plain executor then never runs it again, without a word.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "One exception ends this periodic task for good, and nobody is told",
		severity = SeverityLevel.WARNING, linkType = LinkType.CUSTOM, link = Pages.FOLDER + "PeriodicTaskMayDie.md",
		tags = BugPattern.StandardTags.FRAGILE_CODE)
public final class PeriodicTaskMayDie extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	private static final Set<String> WAITS = Set.of("get", "join", "addListener");

	@Override
	boolean isAboutAnEnd() {
		return false;
	}

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		TaskBodies bodies = new TaskBodies(unit);
		for (Schedule schedule : unit.schedules()) {
			if (!schedule.isPeriodic() || !diesOfAnException(schedule) || isWatched(schedule, unit)) {
				continue;
			}
			List<EscapingThrows.Escape> thrown = bodies.of(schedule)
				.stream()
				.flatMap((body) -> EscapingThrows.of(body, unit).stream())
				.toList();
			if (!thrown.isEmpty()) {
				findings.add(finding(schedule, thrown, unit));
				continue;
			}
			bodies.of(schedule)
				.stream()
				.flatMap((body) -> EscapingThrows.ofListeners(body, unit).stream())
				.findFirst()
				.ifPresent((called) -> findings.add(ofListener(schedule, called, unit)));
		}
	}

	private static Finding finding(Schedule schedule, List<EscapingThrows.Escape> thrown, UnitModel unit) {
		Type type = thrown.get(0).type();
		long line = unit.tree().getLineMap().getLineNumber(ASTHelpers.getStartPosition(thrown.get(0).place()));
		Finding finding = Finding.of(schedule.path(), unit.groupOf(schedule.call()),
				"This task throws " + type.tsym.getSimpleName() + " (line " + line
						+ ") past every catch, and its scheduler then never runs it again; catch inside the task");
		return thrown.stream().allMatch((it) -> isError(it, unit)) ? finding.asSuggestion() : finding;
	}

	private static Finding ofListener(Schedule schedule, EscapingThrows.Escape called, UnitModel unit) {
		long line = unit.tree().getLineMap().getLineNumber(ASTHelpers.getStartPosition(called.place()));
		return Finding
			.of(schedule.path(), unit.groupOf(schedule.call()),
					"The code that this task was given calls (line " + line
							+ ") may throw, and the scheduler then never runs the task again; catch around the call")
			.asSuggestion();
	}

	private static boolean diesOfAnException(Schedule schedule) {
		return schedule.api() == Schedule.Api.EXECUTOR || schedule.api() == Schedule.Api.JDK_TIMER;
	}

	/** Somebody waits for the handle, and so gets the exception. */
	private static boolean isWatched(Schedule schedule, UnitModel unit) {
		return unit.groupOf(schedule.call())
			.symbols()
			.filter(VarSymbol.class::isInstance)
			.map(VarSymbol.class::cast)
			.flatMap((variable) -> unit.readsOf(variable).stream())
			.anyMatch((use) -> use.getParentPath().getLeaf() instanceof MemberSelectTree select
					&& WAITS.contains(select.getIdentifier().toString()));
	}

	private static boolean isError(EscapingThrows.Escape thrown, UnitModel unit) {
		return unit.types().isAny(thrown.type(), "java.lang.Error");
	}

}
