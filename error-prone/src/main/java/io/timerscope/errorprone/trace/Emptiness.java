package io.timerscope.errorprone.trace;

import java.util.Optional;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Reads conditions that ask whether a collection is empty: they are about the work of an
 * object, not about its life.
 */
public final class Emptiness {

	private Emptiness() {
	}

	/** The field in {@code buffer.isEmpty()} or {@code buffer.size() == 0}. */
	public static Optional<VarSymbol> asked(ExpressionTree condition, UnitModel unit) {
		Tree inner = condition;
		while (inner instanceof ParenthesizedTree parentheses) {
			inner = parentheses.getExpression();
		}
		if (inner instanceof BinaryTree comparison && inner.getKind() == Tree.Kind.EQUAL_TO
				&& Integer.valueOf(0).equals(ASTHelpers.constValue(comparison.getRightOperand()))) {
			return collection(comparison.getLeftOperand(), "size", unit);
		}
		return collection(inner, "isEmpty", unit);
	}

	private static Optional<VarSymbol> collection(Tree asked, String method, UnitModel unit) {
		if (asked instanceof MethodInvocationTree call
				&& ASTHelpers.getSymbol(call).getSimpleName().contentEquals(method)) {
			ExpressionTree receiver = ASTHelpers.getReceiver(call);
			if (receiver != null && ASTHelpers.getSymbol(receiver) instanceof VarSymbol field
					&& field.owner instanceof ClassSymbol && unit.types().isContainer(field.type)) {
				return Optional.of(field);
			}
		}
		return Optional.empty();
	}

}
