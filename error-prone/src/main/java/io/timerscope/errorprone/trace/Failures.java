package io.timerscope.errorprone.trace;

import java.util.Collection;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import org.jspecify.annotations.Nullable;

import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds calls that declare a checked exception, so that nobody is surprised by one.
 */
public final class Failures extends TreeScanner<@Nullable Void, @Nullable Void> {

	private final Collection<Tree> harmless;

	private final UnitModel unit;

	private boolean found;

	private Failures(Collection<Tree> harmless, UnitModel unit) {
		this.harmless = harmless;
		this.unit = unit;
	}

	/** Whether the code, callbacks left out, calls something that may fail so. */
	public static boolean checkedIn(Tree code, Collection<Tree> harmless, UnitModel unit) {
		Failures failures = new Failures(harmless, unit);
		failures.scan(code, null);
		return failures.found;
	}

	@Override
	public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
		this.found |= !this.harmless.contains(call) && throwsChecked(ASTHelpers.getSymbol(call));
		return super.visitMethodInvocation(call, null);
	}

	@Override
	public @Nullable Void visitNewClass(NewClassTree creation, @Nullable Void unused) {
		this.found |= throwsChecked(ASTHelpers.getSymbol(creation));
		return scan(creation.getArguments(), null);
	}

	@Override
	public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
		return null;
	}

	@Override
	public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
		return null;
	}

	private boolean throwsChecked(MethodSymbol method) {
		for (Type thrown : method.getThrownTypes()) {
			if (!this.unit.types().isAny(thrown, "java.lang.RuntimeException", "java.lang.Error")) {
				return true;
			}
		}
		return false;
	}

}
