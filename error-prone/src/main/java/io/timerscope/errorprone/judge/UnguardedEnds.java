package io.timerscope.errorprone.judge;

import java.util.List;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Type;
import org.jspecify.annotations.Nullable;
import io.timerscope.errorprone.unit.Creation;
import io.timerscope.errorprone.unit.Effect;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds schedulers of one method that are only ended if nothing is thrown before.
 */
public final class UnguardedEnds {

	private final UnitModel unit;

	public UnguardedEnds(UnitModel unit) {
		this.unit = unit;
	}

	public boolean isSkippedByException(Creation creation, Group group) {
		MethodTree method = Places.method(creation.path());
		if (method == null || group.escapes() || group.fields().findAny().isPresent()
				|| group.parameters().findAny().isPresent() || group.methods().findAny().isPresent()) {
			return false;
		}
		return group.ends().stream().allMatch((end) -> isPlainStatementOf(method, end.path()))
				&& throwsBetween(method, ASTHelpers.getStartPosition(creation.tree()), firstEnd(group.ends()));
	}

	private static long firstEnd(List<Effect> ends) {
		return ends.stream().mapToLong((end) -> ASTHelpers.getStartPosition(end.path().getLeaf())).min().orElse(-1);
	}

	private static boolean isPlainStatementOf(MethodTree method, TreePath end) {
		if (!(end.getLeaf() instanceof MethodInvocationTree)) {
			return false;
		}
		for (Tree around : end) {
			if (around == method) {
				return true;
			}
			if (around instanceof LambdaExpressionTree || around instanceof ClassTree || around instanceof TryTree) {
				return false;
			}
		}
		return false;
	}

	/** A call in between that declares a checked exception which nothing here catches. */
	private boolean throwsBetween(MethodTree method, long from, long to) {
		boolean[] found = new boolean[1];
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
				long position = ASTHelpers.getStartPosition(call);
				found[0] |= from < position && position < to && throwsChecked(call);
				return super.visitMethodInvocation(call, null);
			}

			@Override
			public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
				return tree.getCatches().isEmpty() ? super.visitTry(tree, null) : null;
			}

			@Override
			public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
				return null;
			}

			@Override
			public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
				return null;
			}

		}.scan(method.getBody(), null);
		return found[0];
	}

	private boolean throwsChecked(MethodInvocationTree call) {
		for (Type thrown : ASTHelpers.getSymbol(call).getThrownTypes()) {
			if (!this.unit.types().isAny(thrown, "java.lang.RuntimeException", "java.lang.Error")) {
				return true;
			}
		}
		return false;
	}

}
