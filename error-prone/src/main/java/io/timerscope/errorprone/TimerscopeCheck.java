package io.timerscope.errorprone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.common.collect.ImmutableRangeSet;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import io.timerscope.errorprone.judge.ApplicationLifetimes;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.judge.SoughtEnds;
import io.timerscope.errorprone.unit.UnitModel;
import io.timerscope.errorprone.unit.UnitModels;

/**
 * One question asked of a whole compilation unit.
 */
abstract class TimerscopeCheck extends BugChecker implements CompilationUnitTreeMatcher {

	private static final long serialVersionUID = 1L;

	abstract void check(UnitModel unit, List<Finding> findings);

	boolean isOn(VisitorState state) {
		return true;
	}

	/** Whether the check looks for the end of something, and its findings say where. */
	boolean isAboutAnEnd() {
		return true;
	}

	@Override
	public final Description matchCompilationUnit(CompilationUnitTree tree, VisitorState state) {
		UnitModel unit = isOn(state) ? UnitModels.of(tree, state) : null;
		if (unit != null) {
			List<Finding> findings = new ArrayList<>();
			check(unit, findings);
			ImmutableRangeSet<Integer> suppressed = findings.isEmpty() ? ImmutableRangeSet.of()
					: suppressedRegions(state);
			Set<Tree> reported = new HashSet<>();
			for (Finding finding : findings) {
				if (reported.add(finding.path().getLeaf())
						&& !suppressed.contains(ASTHelpers.getStartPosition(finding.path().getLeaf()))
						&& !ApplicationLifetimes.cover(finding, unit)) {
					state.reportMatch(describe(finding, unit, state));
				}
			}
		}
		return Description.NO_MATCH;
	}

	// A place that is likely to be right stays a suggestion, whatever the check is set to
	@SuppressWarnings("RestrictedApi")
	private Description describe(Finding finding, UnitModel unit, VisitorState state) {
		String message = finding.message() + (isAboutAnEnd() ? SoughtEnds.of(finding, unit) : "");
		Description.Builder description = buildDescription(finding.path().getLeaf()).setMessage(message);
		if (finding.onlySuggested()) {
			description.overrideSeverity(SeverityLevel.SUGGESTION);
		}
		description.addFix(finding.fix().apply(state.withPath(finding.path())));
		return description.build();
	}

}
