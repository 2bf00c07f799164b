package io.timerscope.errorprone.judge;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import org.jspecify.annotations.Nullable;

import io.timerscope.errorprone.unit.Effect;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;

/**
 * Says on which outcome of a future, request or stream an end is reached:
 * {@code thenAccept} runs when all went well, {@code exceptionally} when it did not.
 */
final class Outcomes {

	/** How the thing that a callback waits for may come out. */
	enum Outcome {

		SUCCESS, FAILURE

	}

	private static final Set<String> ON_SUCCESS = Set.of("thenAccept", "thenRun", "thenApply", "thenCompose",
			"thenAcceptAsync", "thenRunAsync", "thenApplyAsync", "thenComposeAsync", "thenAcceptBoth", "thenCombine",
			"onSuccess", "doOnSuccess", "doOnComplete", "doOnNext", "ifSuccess");

	private static final Set<String> ON_FAILURE = Set.of("exceptionally", "exceptionallyAsync", "exceptionallyCompose",
			"onFailure", "doOnError", "onError", "onErrorResume", "onTimeout", "doOnCancel");

	private Outcomes() {
	}

	/** The outcome that no end covers, null if each is covered or none is told apart. */
	static @Nullable Outcome missing(Collection<Effect> ends) {
		Set<Outcome> covered = EnumSet.noneOf(Outcome.class);
		for (Effect end : ends) {
			covered.addAll(of(end.path()));
		}
		if (covered.isEmpty() || covered.size() == Outcome.values().length) {
			return null;
		}
		return covered.contains(Outcome.SUCCESS) ? Outcome.FAILURE : Outcome.SUCCESS;
	}

	private static Set<Outcome> of(TreePath end) {
		for (TreePath at = end; at.getParentPath() != null; at = at.getParentPath()) {
			Tree leaf = at.getLeaf();
			if (leaf instanceof MethodTree) {
				break;
			}
			if (!(leaf instanceof LambdaExpressionTree) && !(leaf instanceof MemberReferenceTree)) {
				continue;
			}
			if (at.getParentPath().getLeaf() instanceof MethodInvocationTree call
					&& call.getArguments().contains(leaf)) {
				String name = ASTHelpers.getSymbol(call).getSimpleName().toString();
				if (ON_SUCCESS.contains(name)) {
					return EnumSet.of(Outcome.SUCCESS);
				}
				if (ON_FAILURE.contains(name)) {
					return EnumSet.of(Outcome.FAILURE);
				}
				if (leaf instanceof LambdaExpressionTree lambda) {
					return askedIn(lambda, end);
				}
			}
			break;
		}
		return EnumSet.allOf(Outcome.class);
	}

	/** {@code (value, failure) -> { if (failure == null) handle.cancel(false); }}. */
	private static Set<Outcome> askedIn(LambdaExpressionTree callback, TreePath end) {
		for (TreePath at = end; at.getLeaf() != callback; at = at.getParentPath()) {
			Tree parent = at.getParentPath().getLeaf();
			Outcome asked = null;
			if (parent instanceof IfTree branch && branch.getCondition() != at.getLeaf()) {
				asked = asked(branch.getCondition(), callback, branch.getThenStatement() == at.getLeaf());
			}
			else if (parent instanceof ConditionalExpressionTree choice && choice.getCondition() != at.getLeaf()) {
				asked = asked(choice.getCondition(), callback, choice.getTrueExpression() == at.getLeaf());
			}
			else if (parent instanceof BlockTree block) {
				asked = leftBefore(block, at.getLeaf(), callback);
			}
			if (asked != null) {
				return EnumSet.of(asked);
			}
		}
		return EnumSet.allOf(Outcome.class);
	}

	/** {@code if (failure != null) { …; return; } handle.cancel(false);}. */
	private static @Nullable Outcome leftBefore(BlockTree block, Tree statement, LambdaExpressionTree callback) {
		for (Tree before : block.getStatements()) {
			if (before == statement) {
				return null;
			}
			Outcome asked = (before instanceof IfTree branch && branch.getElseStatement() == null
					&& Places.leaves(branch.getThenStatement())) ? asked(branch.getCondition(), callback, false) : null;
			if (asked != null) {
				return asked;
			}
		}
		return null;
	}

	private static @Nullable Outcome asked(ExpressionTree condition, LambdaExpressionTree callback, boolean then) {
		Tree inner = condition;
		while (inner instanceof ParenthesizedTree parentheses) {
			inner = parentheses.getExpression();
		}
		if (inner instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
			return asked(not.getExpression(), callback, !then);
		}
		if (inner instanceof MethodInvocationTree call
				&& ASTHelpers.getSymbol(call).getSimpleName().contentEquals("isSuccess")) {
			return then ? Outcome.SUCCESS : Outcome.FAILURE;
		}
		if (inner instanceof BinaryTree comparison && isFailure(comparison, callback)) {
			return switch (comparison.getKind()) {
				case EQUAL_TO -> then ? Outcome.SUCCESS : Outcome.FAILURE;
				case NOT_EQUAL_TO -> then ? Outcome.FAILURE : Outcome.SUCCESS;
				default -> null;
			};
		}
		return null;
	}

	/** Whether a parameter that is an exception is compared with null. */
	private static boolean isFailure(BinaryTree comparison, LambdaExpressionTree callback) {
		List<? extends Symbol> parameters = callback.getParameters().stream().map(ASTHelpers::getSymbol).toList();
		return (comparison.getRightOperand().getKind() == Tree.Kind.NULL_LITERAL
				|| comparison.getLeftOperand().getKind() == Tree.Kind.NULL_LITERAL)
				&& Mentions.of(comparison)
					.stream()
					.anyMatch((symbol) -> parameters.contains(symbol) && isThrowable(symbol));
	}

	private static boolean isThrowable(Symbol symbol) {
		for (com.sun.tools.javac.code.Type at = symbol.type; at != null
				&& at.tsym instanceof Symbol.ClassSymbol type; at = type.getSuperclass()) {
			if (type.getQualifiedName().contentEquals("java.lang.Throwable")) {
				return true;
			}
		}
		return false;
	}

}
