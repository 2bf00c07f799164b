package io.timerscope.errorprone.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.Fix;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Type;
import io.timerscope.errorprone.unit.Creation;
import io.timerscope.errorprone.unit.Places;

/**
 * Repairs a pool that keeps its cancelled tasks.
 */
public final class QueueFixes {

	private final Creation creation;

	public QueueFixes(Creation creation) {
		this.creation = creation;
	}

	/** One more line below the local variable that the pool is put into. */
	public Fix removeOnCancel(VisitorState state) {
		TreePath statement = Places.outsideParentheses(this.creation.path()).getParentPath();
		Tree around = statement.getParentPath().getLeaf();
		if (!(statement.getLeaf() instanceof VariableTree variable) || !(around instanceof BlockTree)) {
			return SuggestedFix.emptyFix();
		}
		Type type = ASTHelpers.getType(variable);
		if (type == null || !type.tsym.getSimpleName().contentEquals("ScheduledThreadPoolExecutor")) {
			return SuggestedFix.emptyFix();
		}
		return SuggestedFix.postfixWith(variable, "\n" + variable.getName() + ".setRemoveOnCancelPolicy(true);");
	}

}
