package io.timerscope.errorprone.judge;

import java.util.Optional;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import io.timerscope.errorprone.unit.Creation;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.UnitModel;
import org.jspecify.annotations.Nullable;

/**
 * Finds a scheduler in a local variable that a field gets on one condition only: on the
 * other nobody has it.
 */
final class HalfStores {

	private final UnitModel unit;

	HalfStores(UnitModel unit) {
		this.unit = unit;
	}

	/** The field in {@code field = closed ? null : made;}. */
	Optional<VarSymbol> fieldOf(Creation creation, Group group) {
		MethodTree method = Places.method(creation.path());
		VarSymbol local = localOf(creation.path());
		if (method == null || local == null || Places.isInLambda(creation.path())) {
			return Optional.empty();
		}
		VarSymbol[] field = new VarSymbol[1];
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
				if (isHalf(tree.getExpression(), local)
						&& ASTHelpers.getSymbol(tree.getVariable()) instanceof VarSymbol kept
						&& kept.owner instanceof Symbol.ClassSymbol && group.members().contains(kept)) {
					field[0] = kept;
				}
				return super.visitAssignment(tree, null);
			}

		}.scan(method.getBody(), null);
		boolean elsewhere = this.unit.readsOf(local)
			.stream()
			.anyMatch((use) -> !(isOnlyLookedAt(use) || isInHalf(use, local)));
		return elsewhere ? Optional.empty() : Optional.ofNullable(field[0]);
	}

	private static @Nullable VarSymbol localOf(TreePath made) {
		Tree target = Places.outsideParentheses(made).getParentPath().getLeaf();
		Symbol symbol = (target instanceof VariableTree variable) ? ASTHelpers.getSymbol(variable)
				: (target instanceof AssignmentTree assignment) ? ASTHelpers.getSymbol(assignment.getVariable()) : null;
		return (symbol instanceof VarSymbol local && !(local.owner instanceof Symbol.ClassSymbol)) ? local : null;
	}

	private static boolean isHalf(Tree value, VarSymbol local) {
		Tree inner = value;
		while (inner instanceof ParenthesizedTree parentheses) {
			inner = parentheses.getExpression();
		}
		return inner instanceof ConditionalExpressionTree choice && ((isNull(choice.getTrueExpression())
				&& ASTHelpers.getSymbol(choice.getFalseExpression()) == local)
				|| (isNull(choice.getFalseExpression()) && ASTHelpers.getSymbol(choice.getTrueExpression()) == local));
	}

	private static boolean isNull(ExpressionTree value) {
		return value.getKind() == Tree.Kind.NULL_LITERAL;
	}

	private static boolean isInHalf(TreePath use, VarSymbol local) {
		return isHalf(use.getParentPath().getLeaf(), local);
	}

	/**
	 * A local copy for comparison, or a comparison; no call either, which may be its end.
	 */
	private static boolean isOnlyLookedAt(TreePath use) {
		Tree parent = use.getParentPath().getLeaf();
		return parent instanceof VariableTree || parent instanceof com.sun.source.tree.BinaryTree
				|| (parent instanceof AssignmentTree assignment && assignment.getVariable() instanceof IdentifierTree)
				|| (parent instanceof MemberSelectTree select && select.getIdentifier().contentEquals("schedule"));
	}

}
