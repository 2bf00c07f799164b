package io.timerscope.errorprone.fix;

import java.util.Optional;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.Fix;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.fixes.SuggestedFixes;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import io.timerscope.errorprone.unit.LifecycleNames;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;

/**
 * Repairs a dropped handle: a field keeps it, and the end of life of the class cancels
 * it.
 */
public final class HandleFixes {

	private final Schedule schedule;

	public HandleFixes(Schedule schedule) {
		this.schedule = schedule;
	}

	public Fix keepAndCancel(VisitorState state) {
		TreePath path = this.schedule.path();
		Optional<EndOfLife> end = EndOfLife.around(path);
		if (end.isEmpty() || !(path.getParentPath().getLeaf() instanceof ExpressionStatementTree) || !runsOnce(path)
				|| Places.isStatic(path)) {
			return SuggestedFix.emptyFix();
		}
		boolean reactive = this.schedule.api() == Schedule.Api.REACTIVE;
		String name = nameOf(end.get());
		SuggestedFix.Builder fix = SuggestedFix.builder();
		String type = SuggestedFixes.qualifyType(state, fix,
				reactive ? "reactor.core.Disposable" : "java.util.concurrent.ScheduledFuture")
				+ (reactive ? "" : "<?>");
		SuggestedFix field = SuggestedFixes.addMembers(end.get().type(), state, "private " + type + " " + name + ";");
		if (!returnsWhatIsKept(reactive)) {
			return SuggestedFix.emptyFix();
		}
		fix.merge(field).prefixWith(path.getLeaf(), "this." + name + " = ");
		end.get()
			.append("if (this." + name + " != null) {\nthis." + name + (reactive ? ".dispose();" : ".cancel(false);")
					+ "\n}", fix, state);
		return fix.build();
	}

	private boolean returnsWhatIsKept(boolean reactive) {
		String returned = String
			.valueOf(ASTHelpers.getSymbol(this.schedule.call()).getReturnType().tsym.getSimpleName());
		return returned.equals(reactive ? "Disposable" : "ScheduledFuture");
	}

	/** A constructor, or a method that is meant to run once: one field is enough. */
	private static boolean runsOnce(TreePath path) {
		MethodTree method = Places.method(path);
		for (Tree at : path) {
			if (at == method) {
				return ASTHelpers.getSymbol(method).isConstructor()
						|| LifecycleNames.isStart(method.getName().toString());
			}
			if (at instanceof LambdaExpressionTree || at instanceof EnhancedForLoopTree || at instanceof ForLoopTree
					|| at instanceof WhileLoopTree || at instanceof DoWhileLoopTree) {
				return false;
			}
		}
		return false;
	}

	private String nameOf(EndOfLife end) {
		String name = (this.schedule.task() instanceof MemberReferenceTree reference) ? reference.getName() + "Task"
				: "task";
		boolean taken = ASTHelpers.getSymbol(end.type())
			.members()
			.getSymbols((member) -> member.getSimpleName().contentEquals(name))
			.iterator()
			.hasNext();
		return taken ? "scheduled" + Character.toUpperCase(name.charAt(0)) + name.substring(1) : name;
	}

}
