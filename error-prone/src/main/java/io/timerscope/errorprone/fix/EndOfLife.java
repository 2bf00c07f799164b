package io.timerscope.errorprone.fix;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import io.timerscope.errorprone.unit.Singletons;

/**
 * The method that ends the life of a class's objects, where a repair can put what is
 * missing.
 *
 * @param type the class
 * @param method its close, stop, destroy or @PreDestroy method
 */
public record EndOfLife(ClassTree type, MethodTree method) {

	private static final List<String> NAMES = List.of("close", "stop", "destroy", "shutdown", "dispose", "doStop",
			"doClose", "disconnect", "terminate");

	/** The end of life of the innermost class around the place that has one. */
	public static Optional<EndOfLife> around(TreePath path) {
		for (Tree at : path) {
			if (at instanceof ClassTree type) {
				return of(type);
			}
		}
		return Optional.empty();
	}

	private static Optional<EndOfLife> of(ClassTree type) {
		List<MethodTree> methods = type.getMembers()
			.stream()
			.filter(MethodTree.class::isInstance)
			.map(MethodTree.class::cast)
			.filter(EndOfLife::isUsable)
			.toList();
		return NAMES.stream()
			.flatMap((name) -> methods.stream().filter((method) -> method.getName().contentEquals(name)))
			.findFirst()
			.or(() -> methods.stream().filter(EndOfLife::isPreDestroy).findFirst())
			.map((method) -> new EndOfLife(type, method));
	}

	/** Adds a statement as the last one of the method. */
	public void append(String statement, SuggestedFix.Builder fix, VisitorState state) {
		int end = state.getEndPosition(this.method.getBody()) - 1;
		fix.replace(end, end, statement + "\n");
	}

	private static boolean isPreDestroy(MethodTree method) {
		return Singletons.isAnnotated(ASTHelpers.getSymbol(method), Set.of("PreDestroy"));
	}

	private static boolean isUsable(MethodTree method) {
		MethodSymbol symbol = ASTHelpers.getSymbol(method);
		return method.getBody() != null && method.getParameters().isEmpty() && !ASTHelpers.isStatic(symbol)
				&& symbol.getReturnType().isPrimitiveOrVoid()
				&& method.getBody()
					.getStatements()
					.stream()
					.noneMatch((statement) -> statement instanceof ReturnTree || statement instanceof ThrowTree);
	}

}
