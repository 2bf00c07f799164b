package io.timerscope.errorprone.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;

/**
 * Finds the methods of the unit that make a new scheduler at each call and keep none: the
 * end of what one call made is not the end of what another made.
 */
final class Factories {

	private final Map<MethodSymbol, Creation> made = new HashMap<>();

	private final Declarations declarations;

	Factories(CompilationUnitTree unit, Declarations declarations, Recognizer recognizer) {
		this.declarations = declarations;
		Map<MethodSymbol, Integer> calls = new HashMap<>();
		Map<MethodSymbol, Creation> candidates = new HashMap<>();
		declarations.methods().forEach((method, path) -> {
			Creation creation = madeBy((MethodTree) path.getLeaf(), path, recognizer);
			if (creation != null) {
				candidates.put(method, creation);
			}
		});
		if (candidates.isEmpty()) {
			return;
		}
		new TreePathScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
				calls.merge(ASTHelpers.getSymbol(call), 1, Integer::sum);
				return super.visitMethodInvocation(call, null);
			}

		}.scan(unit, null);
		candidates.forEach((method, creation) -> {
			if (calls.getOrDefault(method, 0) > 1) {
				this.made.put(method, creation);
			}
		});
	}

	boolean contain(MethodSymbol method) {
		return this.made.containsKey(method);
	}

	/** What a call makes, empty if it calls no factory. */
	Optional<Creation> madeBy(MethodInvocationTree call, TreePath path) {
		return Optional.ofNullable(this.made.get(ASTHelpers.getSymbol(call)))
			.map((creation) -> new Creation(call, path, creation.kind()));
	}

	/** Whether a factory makes it for its callers, where it counts as made by them. */
	boolean makeForTheFile(Creation creation) {
		return this.made.entrySet()
			.stream()
			.anyMatch((factory) -> factory.getValue().tree() == creation.tree()
					&& !this.declarations.isCalledFromOutside(factory.getKey()));
	}

	private static @Nullable Creation madeBy(MethodTree method, TreePath path, Recognizer recognizer) {
		if (method.getBody() == null || method.getReturnType() == null) {
			return null;
		}
		Returns returns = new Returns();
		returns.scan(new TreePath(path, method.getBody()), null);
		if (returns.values.size() != 1) {
			return null;
		}
		TreePath value = returns.values.get(0);
		if (value.getLeaf() instanceof IdentifierTree name && ASTHelpers.getSymbol(name) instanceof VarSymbol local) {
			TreePath declared = returns.locals.get(local);
			boolean onlyCalled = returns.uses.getOrDefault(local, List.of())
				.stream()
				.allMatch((use) -> use.getLeaf() == name || use.getParentPath().getLeaf() instanceof MemberSelectTree);
			VariableTree variable = (declared != null) ? (VariableTree) declared.getLeaf() : null;
			return (variable != null && variable.getInitializer() != null && onlyCalled)
					? creation(new TreePath(declared, variable.getInitializer()), recognizer) : null;
		}
		return creation(value, recognizer);
	}

	private static @Nullable Creation creation(TreePath value, Recognizer recognizer) {
		if (value.getLeaf() instanceof NewClassTree made) {
			return recognizer.creation(made, value);
		}
		return (value.getLeaf() instanceof MethodInvocationTree call) ? recognizer.creation(call, value) : null;
	}

	/** Reads the body of one method, without the code that runs later. */
	private static final class Returns extends TreePathScanner<@Nullable Void, @Nullable Void> {

		private final List<TreePath> values = new ArrayList<>();

		private final Map<VarSymbol, TreePath> locals = new HashMap<>();

		private final Map<VarSymbol, List<TreePath>> uses = new HashMap<>();

		@Override
		public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
			ExpressionTree value = tree.getExpression();
			if (value != null) {
				this.values.add(new TreePath(getCurrentPath(), value));
			}
			return super.visitReturn(tree, null);
		}

		@Override
		public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
			this.locals.put(ASTHelpers.getSymbol(tree), getCurrentPath());
			return super.visitVariable(tree, null);
		}

		@Override
		public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
			if (ASTHelpers.getSymbol(tree) instanceof VarSymbol variable) {
				this.uses.computeIfAbsent(variable, Facts::newList).add(getCurrentPath());
			}
			return null;
		}

		@Override
		public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
			return null;
		}

		@Override
		public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
			return null;
		}

	}

}
