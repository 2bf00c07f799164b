package io.timerscope.errorprone.trace;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import io.timerscope.errorprone.unit.UnitModel;
import org.jspecify.annotations.Nullable;

/**
 * Knows the calls of code that others gave the object: a listener, a consumer, an action
 * in a field.
 */
final class Listeners {

	private final UnitModel unit;

	private final Tree whole;

	Listeners(UnitModel unit, Tree whole) {
		this.unit = unit;
		this.whole = whole;
	}

	/**
	 * {@code expired.accept(entry)} in a loop, {@code entries.forEach(expired)}; not if
	 * that is all there is of the task.
	 */
	boolean areCalledBy(MethodInvocationTree call) {
		if (call == this.whole) {
			return false;
		}
		ExpressionTree receiver = ASTHelpers.getReceiver(call);
		if (receiver != null && isGiven(ASTHelpers.getSymbol(receiver)) && isTheFunction(call, receiver)) {
			return isOneOfMany(call);
		}
		return ASTHelpers.getSymbol(call).getSimpleName().contentEquals("forEach")
				&& call.getArguments().stream().anyMatch((argument) -> isGiven(ASTHelpers.getSymbol(argument)));
	}

	/** In a loop the first call that fails keeps the others from being made. */
	private boolean isOneOfMany(MethodInvocationTree call) {
		TreePath path = TreePath.getPath(this.unit.tree(), call);
		for (TreePath at = path; at != null && !(at.getLeaf() instanceof MethodTree); at = at.getParentPath()) {
			Tree leaf = at.getLeaf();
			if (leaf instanceof EnhancedForLoopTree || leaf instanceof WhileLoopTree || leaf instanceof ForLoopTree) {
				return true;
			}
			if (leaf instanceof LambdaExpressionTree && at.getParentPath().getLeaf() instanceof MethodInvocationTree all
					&& ASTHelpers.getSymbol(all).getSimpleName().contentEquals("forEach")) {
				return true;
			}
		}
		return false;
	}

	private boolean isTheFunction(MethodInvocationTree call, ExpressionTree receiver) {
		MethodSymbol method = ASTHelpers.getSymbol(call);
		Type type = ASTHelpers.getType(receiver);
		return type != null && this.unit.javac().isFunctionalInterface(type.tsym)
				&& (method.flags() & com.sun.tools.javac.code.Flags.ABSTRACT) != 0;
	}

	/** A field that holds a function which a constructor or setter was passed. */
	private boolean isGiven(@Nullable Symbol symbol) {
		if (!(symbol instanceof VarSymbol field) || !(field.owner instanceof ClassSymbol) || field.type == null
				|| !this.unit.javac().isFunctionalInterface(field.type.tsym) || isAsked(field.type)) {
			return false;
		}
		TreePath path = this.unit.declarations().find(field);
		return path != null && path.getLeaf() instanceof VariableTree variable && variable.getInitializer() == null;
	}

	/** What only gives a value: a clock, a setting. */
	private boolean isAsked(Type type) {
		return !this.unit.javac()
			.findDescriptorType(type)
			.getReturnType()
			.hasTag(com.sun.tools.javac.code.TypeTag.VOID);
	}

}
