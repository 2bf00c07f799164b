package io.timerscope.errorprone.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.LifecycleNames;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Singletons;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds fields that get a new timer or handle while the one before may still be alive.
 */
public final class Overwrites {

	private final UnitModel unit;

	private final Singletons singletons;

	public Overwrites(UnitModel unit) {
		this.unit = unit;
		this.singletons = new Singletons(unit.types());
	}

	/**
	 * The field that loses its value where the expression is stored, if nothing in the
	 * method looks at the old value first.
	 */
	public Optional<VarSymbol> lostField(TreePath expression) {
		MethodSymbol method = Places.methodSymbol(expression);
		if (method == null || isMeantToRunOnce(method) || this.singletons.isInside(expression)
				|| isInTask(expression)) {
			return Optional.empty();
		}
		return this.unit.groupOf(expression.getLeaf())
			.fields()
			.filter((field) -> isReplaceable(field) && isWrittenIn(field, expression))
			.filter((field) -> !isLookedAtBefore(field, expression, method))
			.filter((field) -> Places.guards(expression).stream().noneMatch(Overwrites::asksAnything))
			.filter((field) -> writesBeside(field, expression).noneMatch((write) -> isAskedFirst(field, write)))
			.findFirst();
	}

	/**
	 * The field whose old task is cancelled under one condition of the caller's, and
	 * replaced under any.
	 */
	public Optional<VarSymbol> halfCancelledField(TreePath expression) {
		Group group = this.unit.groupOf(expression.getLeaf());
		MethodSymbol method = Places.methodSymbol(expression);
		if (method == null || method.isConstructor()) {
			return Optional.empty();
		}
		boolean half = group.ends()
			.stream()
			.anyMatch((end) -> Places.isSameMethod(end.path(), expression) && isOnCallersWishOnly(end.path(), method)
					&& Places.conditions(expression).isEmpty() && isBefore(end.path(), expression));
		return half ? group.fields()
			.filter((field) -> isReplaceable(field) && isWrittenIn(field, expression))
			.filter((field) -> group.ends()
				.stream()
				.noneMatch((end) -> Places.isSameMethod(end.path(), expression)
						&& !isOnCallersWishOnly(end.path(), method)))
			.findFirst() : Optional.empty();
	}

	private boolean isOnCallersWishOnly(TreePath end, MethodSymbol method) {
		List<ExpressionTree> conditions = Places.conditions(end);
		return !conditions.isEmpty() && conditions.stream()
			.allMatch((condition) -> method.getParameters().containsAll(Mentions.of(condition)));
	}

	private boolean isMeantToRunOnce(MethodSymbol method) {
		return method.isConstructor() || LifecycleNames.isStart(method.getSimpleName().toString())
				|| (method.flags() & Flags.PRIVATE) != 0
				|| Singletons.isAnnotated(method, Set.of("PostConstruct", "Before", "BeforeEach", "BeforeAll", "Bean"))
				|| ASTHelpers.streamSuperMethods(method, this.unit.javac()).findAny().isPresent();
	}

	/** A task that stores its own successor. */
	private boolean isInTask(TreePath expression) {
		for (Tree around : expression) {
			if (around instanceof MethodTree) {
				return false;
			}
			if (around instanceof com.sun.source.tree.LambdaExpressionTree) {
				return true;
			}
		}
		return false;
	}

	private boolean isReplaceable(VarSymbol field) {
		return (field.flags() & Flags.FINAL) == 0 && !this.unit.types().isContainer(field.type);
	}

	private boolean isWrittenIn(VarSymbol field, TreePath expression) {
		return writesBeside(field, expression).findAny().isPresent();
	}

	private Stream<TreePath> writesBeside(VarSymbol field, TreePath expression) {
		return this.unit.writesOf(field).stream().filter((write) -> Places.isSameMethod(write, expression));
	}

	/** Made first, and stored only if the field has nothing yet. */
	private static boolean isAskedFirst(VarSymbol field, TreePath write) {
		return Places.guards(write).stream().anyMatch((guard) -> Mentions.of(guard).contains(field));
	}

	private boolean isLookedAtBefore(VarSymbol field, TreePath expression, MethodSymbol method) {
		boolean read = this.unit.readsOf(field)
			.stream()
			.anyMatch((use) -> Places.isSameMethod(use, expression) && isBefore(use, expression));
		MethodTree tree = Places.method(expression);
		return read || (tree != null && callsBefore(tree, expression).stream()
			.anyMatch((called) -> leadsTo(called, field, new HashSet<>(Set.of(method)))));
	}

	private boolean leadsTo(MethodSymbol called, VarSymbol field, Set<MethodSymbol> seen) {
		MethodTree tree = this.unit.declarations().method(called);
		if (tree == null || tree.getBody() == null || !seen.add(called)) {
			return false;
		}
		Set<Symbol> mentioned = Mentions.of(tree.getBody());
		return mentioned.contains(field) || mentioned.stream()
			.anyMatch((symbol) -> symbol instanceof MethodSymbol next && leadsTo(next, field, seen));
	}

	private static Set<MethodSymbol> callsBefore(MethodTree method, TreePath expression) {
		Set<MethodSymbol> called = new HashSet<>();
		long position = ASTHelpers.getStartPosition(expression.getLeaf());
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
				if (ASTHelpers.getStartPosition(call) < position) {
					called.add(ASTHelpers.getSymbol(call));
				}
				return super.visitMethodInvocation(call, null);
			}

		}.scan(method.getBody(), null);
		return called;
	}

	private static boolean isBefore(TreePath one, TreePath other) {
		return ASTHelpers.getStartPosition(one.getLeaf()) < ASTHelpers.getStartPosition(other.getLeaf());
	}

	/** Whether the condition depends on more than what the caller passed. */
	private static boolean asksAnything(ExpressionTree condition) {
		return Mentions.of(condition)
			.stream()
			.anyMatch((symbol) -> symbol instanceof MethodSymbol || symbol.owner instanceof Symbol.ClassSymbol);
	}

}
