package io.timerscope.errorprone.unit;

import java.util.ArrayList;
import java.util.List;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import org.jspecify.annotations.Nullable;

/**
 * Answers where in the code an expression stands.
 */
public final class Places {

	private Places() {
	}

	public static TreePath outsideParentheses(TreePath path) {
		TreePath at = path;
		while (at.getParentPath().getLeaf() instanceof ParenthesizedTree
				|| at.getParentPath().getLeaf() instanceof TypeCastTree) {
			at = at.getParentPath();
		}
		return at;
	}

	/** Whether nobody looks at the value: a statement, or the body of a void lambda. */
	public static boolean isDropped(TreePath path, com.sun.tools.javac.code.Types types) {
		TreePath at = outsideParentheses(path);
		Tree parent = at.getParentPath().getLeaf();
		if (parent instanceof LambdaExpressionTree lambda) {
			return lambda.getBody() == at.getLeaf()
					&& types.findDescriptorType(ASTHelpers.getType(lambda)).getReturnType().isPrimitiveOrVoid();
		}
		return parent instanceof ExpressionStatementTree;
	}

	/** {@code flag.set(…)}, {@code flag.compareAndSet(…)}. */
	static boolean isSetOn(TreePath flag) {
		MethodInvocationTree call = calledOn(flag);
		return call != null && ASTHelpers.getSymbol(call)
			.getSimpleName()
			.toString()
			.toLowerCase(java.util.Locale.ROOT)
			.contains("set");
	}

	/** An initializer block is a method without a type, and so without parameters. */
	static boolean isParameterOf(Symbol.VarSymbol variable, MethodSymbol method) {
		return method.type != null && method.getParameters().contains(variable);
	}

	/** Whether the value is only there to call one method on. */
	public static @Nullable MethodInvocationTree calledOn(TreePath path) {
		TreePath at = outsideParentheses(path);
		if (at.getParentPath().getLeaf() instanceof MemberSelectTree select
				&& at.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call
				&& call.getMethodSelect() == select) {
			return call;
		}
		return null;
	}

	/** The nearest method, lambdas in between passed over; null in an initializer. */
	public static @Nullable MethodTree method(TreePath path) {
		for (Tree at : path) {
			if (at instanceof MethodTree method) {
				return method;
			}
			if (at instanceof ClassTree) {
				return null;
			}
		}
		return null;
	}

	public static boolean isSameMethod(TreePath first, TreePath second) {
		MethodTree method = method(first);
		return method != null && method == method(second);
	}

	public static @Nullable MethodSymbol methodSymbol(TreePath path) {
		MethodTree method = method(path);
		return (method != null) ? ASTHelpers.getSymbol(method) : null;
	}

	/** The classes around the place, innermost first. */
	public static List<Symbol.ClassSymbol> classes(TreePath path) {
		List<Symbol.ClassSymbol> classes = new ArrayList<>();
		for (Tree at : path) {
			if (at instanceof ClassTree type && ASTHelpers.getSymbol(type) != null) {
				classes.add(ASTHelpers.getSymbol(type));
			}
		}
		return classes;
	}

	/** The innermost class around the place that has a name. */
	public static Symbol.@Nullable ClassSymbol namedClass(TreePath path) {
		return classes(path).stream().filter((type) -> !type.isAnonymous()).findFirst().orElse(null);
	}

	/** Whether the code runs without an object: a static method, initializer or field. */
	public static boolean isStatic(TreePath path) {
		TreePath at = path;
		for (; at != null; at = at.getParentPath()) {
			Tree leaf = at.getLeaf();
			if (leaf instanceof MethodTree method) {
				if (ASTHelpers.getSymbol(method).isStatic()) {
					return true;
				}
			}
			else if (leaf instanceof BlockTree block && at.getParentPath().getLeaf() instanceof ClassTree) {
				if (block.isStatic()) {
					return true;
				}
			}
			else if (leaf instanceof VariableTree variable && at.getParentPath().getLeaf() instanceof ClassTree
					&& ASTHelpers.getSymbol(variable).isStatic()) {
				return true;
			}
		}
		return false;
	}

	/** Whether the code runs in {@code main}, so that it lives as long as the program. */
	public static boolean isInMain(TreePath path) {
		MethodTree method = method(path);
		return method != null && method.getName().contentEquals("main") && ASTHelpers.getSymbol(method).isStatic();
	}

	/** Whether the code runs later than the method around it, or never. */
	public static boolean isInLambda(TreePath path) {
		for (Tree at : path) {
			if (at instanceof MethodTree || at instanceof ClassTree) {
				return false;
			}
			if (at instanceof com.sun.source.tree.LambdaExpressionTree) {
				return true;
			}
		}
		return false;
	}

	/** The conditions under which the place is reached, up to the method. */
	public static List<ExpressionTree> conditions(TreePath path) {
		List<ExpressionTree> conditions = new ArrayList<>();
		for (Tree at : path) {
			if (at instanceof IfTree branch) {
				conditions.add(branch.getCondition());
			}
			if (at instanceof MethodTree || at instanceof ClassTree) {
				break;
			}
		}
		return conditions;
	}

	/** Conditions around the place, and those that may have left the method before it. */
	public static List<ExpressionTree> guards(TreePath path) {
		List<ExpressionTree> guards = new ArrayList<>(conditions(path));
		MethodTree method = method(path);
		if (method != null && method.getBody() != null) {
			long position = ASTHelpers.getStartPosition(path.getLeaf());
			new TreeScanner<@Nullable Void, @Nullable Void>() {

				@Override
				public @Nullable Void visitIf(IfTree branch, @Nullable Void unused) {
					if (ASTHelpers.getStartPosition(branch) < position && leaves(branch.getThenStatement())) {
						guards.add(branch.getCondition());
					}
					return super.visitIf(branch, null);
				}

			}.scan(method.getBody(), null);
		}
		return guards;
	}

	/** Whether the statement ends with a jump out of the code around it. */
	public static boolean leaves(Tree statement) {
		Tree last = statement;
		if (statement instanceof BlockTree block) {
			last = block.getStatements().isEmpty() ? block
					: block.getStatements().get(block.getStatements().size() - 1);
		}
		return last instanceof ReturnTree || last instanceof ThrowTree || last instanceof ContinueTree
				|| last instanceof BreakTree;
	}

}
