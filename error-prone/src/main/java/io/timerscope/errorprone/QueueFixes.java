package io.timerscope.errorprone;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.Fix;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Type;

/**
 * Repairs a pool that keeps its cancelled tasks.
 */
final class QueueFixes {

	private final Creation creation;

	QueueFixes(Creation creation) {
		this.creation = creation;
	}

	/** One more line below the local variable that the pool is put into. */
	Fix removeOnCancel(VisitorState state) {
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
